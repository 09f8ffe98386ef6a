import type { Sayings } from '../../words.ts';

/** Was die Zentrale über Kameras, Netz, Aufnahmen und Platten sagt. */
export const ofCameras: Sayings = {
  'The camera refuses the user or the password.': 'Die Kamera lehnt den Benutzer oder das Passwort ab.',
  "Check both in the camera's settings; many cameras have a separate user for video.":
    'Prüf beides in den Einstellungen der Kamera; viele Kameras haben für Video einen eigenen Benutzer.',
  'The camera has no video under this path.': 'Die Kamera hat unter diesem Pfad kein Video.',
  "Check the part of the address after the host; the camera's manual names it.":
    'Prüf den Teil der Adresse nach dem Rechner; er steht in der Anleitung der Kamera.',
  'This address sends no video, only sound or data.':
    'Unter dieser Adresse kommt kein Video, nur Ton oder Daten.',
  "Use the address of the camera's video stream.": 'Nimm die Adresse des Videostreams der Kamera.',
  "The camera can't be reached at this address.": 'Die Kamera ist unter dieser Adresse nicht zu erreichen.',
  'Check that it has power and network, and that host and port are right.':
    'Prüf, ob sie Strom und Netz hat und ob Rechner und Port stimmen.',
  "The name in the camera's address is not known in this network.":
    'Der Name in der Adresse der Kamera ist in diesem Netz nicht bekannt.',
  'Check its spelling, or use the number of the camera (such as 192.168.1.20).':
    'Prüf die Schreibweise, oder nimm die Nummer der Kamera (etwa 192.168.1.20).',
  'The video file is not there or may not be read.':
    'Die Videodatei ist nicht da oder darf nicht gelesen werden.',
  "Check the file's path and its permissions.": 'Prüf den Pfad der Datei und ihre Rechte.',
  'What answers at this address is not a video.': 'Was unter dieser Adresse antwortet, ist kein Video.',
  'Check the address; it is often the port or the path that is wrong.':
    'Prüf die Adresse; oft stimmt der Port oder der Pfad nicht.',
  "The camera's video is of a kind that this machine's ffmpeg can't read.":
    'Das Video der Kamera ist von einer Art, die das ffmpeg dieses Rechners nicht lesen kann.',
  "Choose H.264 in the camera's settings.": 'Wähle H.264 in den Einstellungen der Kamera.',
  'The camera reports a fault of its own or has too many viewers.':
    'Die Kamera meldet einen eigenen Fehler oder hat zu viele Zuschauer.',
  'Close other programs that show it, or restart the camera.':
    'Schließ andere Programme, die sie zeigen, oder starte die Kamera neu.',
  'The program ffmpeg is missing on this machine.': 'Auf diesem Rechner fehlt das Programm ffmpeg.',
  'Install it, on Debian with: sudo apt-get install ffmpeg':
    'Installiere es, unter Debian mit: sudo apt-get install ffmpeg',
  'The camera stopped sending pictures.': 'Die Kamera sendet keine Bilder mehr.',
  'It is tried again by itself; if this lasts, check its power and network.':
    'Es wird von selbst noch einmal versucht; wenn das so bleibt, prüf Strom und Netz.',
  'What the camera sends is damaged: no picture can be made of it.':
    'Was die Kamera sendet, ist beschädigt: Daraus wird kein Bild.',
  'It is tried again by itself; if this lasts, restart the camera and check its network.':
    'Es wird von selbst noch einmal versucht; wenn das so bleibt, starte die Kamera neu und prüf ihr Netz.',
  'The camera ended the connection before its first picture.':
    'Die Kamera hat die Verbindung vor dem ersten Bild beendet.',
  'It is tried again by itself; if this lasts, restart the camera.':
    'Es wird von selbst noch einmal versucht; wenn das so bleibt, starte die Kamera neu.',
  'The camera answers but sends no pictures.': 'Die Kamera antwortet, sendet aber keine Bilder.',
  'What the camera sends is not a video.': 'Was die Kamera sendet, ist kein Video.',
  'It starts again by itself within seconds.': 'Das startet in wenigen Sekunden von selbst wieder.',
  'Its large picture is missing.': 'Ihr großes Bild fehlt.',
  'Its small picture is missing.': 'Ihr kleines Bild fehlt.',
  'This camera is not there any more.': 'Diese Kamera gibt es nicht mehr.',
  'This camera is not there.': 'Diese Kamera gibt es nicht.',
  'Look at the list of cameras.': 'Sieh in der Liste der Kameras nach.',
  'Lares watches at most {0} cameras.': 'Lares schaut auf höchstens {0} Kameras.',
  'Remove one first.': 'Entferne zuerst eine.',
  'This is not the address of a camera.': 'Das ist keine Adresse einer Kamera.',
  'Type it as the router or the camera’s own app shows it, for example 192.168.1.20.':
    'Tippe sie so, wie der Router oder die App der Kamera sie zeigt, zum Beispiel 192.168.1.20.',
  'This machine is in no network, so that no camera can be found.':
    'Dieser Rechner ist in keinem Netz, darum lässt sich keine Kamera finden.',
  'Connect its cable or Wi-Fi and search again.': 'Verbinde Kabel oder WLAN und such noch einmal.',
  'The camera refuses this user and password.': 'Die Kamera lehnt diesen Benutzer und dieses Passwort ab.',
  'Use those of the camera’s own page; some cameras want a user of its own for ONVIF, which is made there.':
    'Nimm die von der Seite der Kamera; manche Kameras wollen für ONVIF einen eigenen Benutzer, den du dort anlegst.',
  'Nothing answers at this address.': 'Unter dieser Adresse antwortet nichts.',
  'What answers at this address does not speak ONVIF.':
    'Was unter dieser Adresse antwortet, spricht kein ONVIF.',
  'Check the address and that the camera is on; many cameras have ONVIF switched off until you switch it on in their own page.':
    'Prüf die Adresse und ob die Kamera an ist; bei vielen Kameras ist ONVIF aus, bis du es auf ihrer Seite einschaltest.',
  'Switch ONVIF on in the camera’s own page, or type the address of its stream by hand.':
    'Schalte ONVIF auf der Seite der Kamera ein, oder tippe die Adresse ihres Streams von Hand.',
  'The camera offers no H.264 or H.265 stream over ONVIF.':
    'Die Kamera bietet über ONVIF keinen Stream in H.264 oder H.265 an.',
  'Switch one on in the camera’s own page, or type the address of its stream by hand.':
    'Schalte einen auf der Seite der Kamera ein, oder tippe die Adresse ihres Streams von Hand.',
  'The demo house is being made; that takes about a minute.':
    'Das Demohaus entsteht gerade; das dauert etwa eine Minute.',
  'Its cameras appear by themselves.': 'Seine Kameras erscheinen von selbst.',
  'The demo house could not be started.': 'Das Demohaus konnte nicht gestartet werden.',
  'Use your own cameras, or start Lares again.': 'Verwende eigene Kameras, oder starte Lares noch einmal.',
  'The demo house needs the sample photographs of the package @vladmandic/face-api, which is not installed.':
    'Das Demohaus braucht die Beispielfotos des Pakets @vladmandic/face-api, und das ist nicht installiert.',
  'Use your own cameras, or run: npm install --include=optional':
    'Verwende eigene Kameras, oder ruf auf: npm install --include=optional',
  'The demo house needs the program ffmpeg, which is missing on this machine.':
    'Das Demohaus braucht das Programm ffmpeg, und das fehlt auf diesem Rechner.',
  'The clips of the demo house could not be made.': 'Die Filme des Demohauses ließen sich nicht herstellen.',
  'Look for room on the disk, or use your own cameras.':
    'Schaff Platz auf der Platte, oder verwende eigene Kameras.',
};
