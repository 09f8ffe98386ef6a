import type { Sayings } from '../../words.ts';

/** Was die Zentrale über sich, ihre Geräte, Einstellungen, Schlüssel und Daten sagt. */
export const ofTheHouse: Sayings = {
  'This needs a PIN.': 'Dafür ist eine PIN nötig.',
  'Sign in on the page first.': 'Melde dich zuerst auf der Seite an.',
  'Sign in with the PIN of somebody who may do it.': 'Melde dich mit der PIN von jemandem an, der das darf.',
  'A PIN is given on the page of Lares only.': 'Eine PIN gibst du nur auf der Seite von Lares ein.',
  'Open the page, and allow it its cookie.': 'Öffne die Seite, und erlaube ihr das Cookie.',
  'A PIN is missing.': 'Eine PIN fehlt.',
  'Choose one of 4 to 12 digits.': 'Wähle eine aus 4 bis 12 Ziffern.',
  'An owner is missing: nobody could change the PINs any more.':
    'Ein Besitzer fehlt: Niemand könnte die PINs noch ändern.',
  'Give an owner a PIN first.': 'Gib zuerst einem Besitzer eine PIN.',
  'Lares keeps at most {0} PINs.': 'Lares merkt sich höchstens {0} PINs.',
  'Remove somebody first.': 'Entferne zuerst jemanden.',
  'This person has no PIN any more.': 'Diese Person hat keine PIN mehr.',
  'Look at the list of people with a PIN.': 'Sieh in der Liste der Personen mit PIN nach.',
  'Set a new PIN on the machine that Lares runs on: npx lares access pin.':
    'Setz eine neue PIN auf dem Rechner, auf dem Lares läuft: npx lares access pin.',
  'The part of Lares that sees is not running just now.': 'Das Sehen läuft gerade nicht.',
  'The part of Lares that hears is not running just now.': 'Das Hören läuft gerade nicht.',
  'It is being started again; try once more in a few seconds.':
    'Das wird gerade neu gestartet; versuch es in ein paar Sekunden noch einmal.',
  'Lares made a mistake of its own.': 'Lares hat selbst einen Fehler gemacht.',
  'Its log says more; try again.': 'Das Protokoll sagt mehr; versuch es noch einmal.',
  'Its log says more.': 'Das Protokoll sagt mehr.',
  'This is not a request that Lares knows.': 'Diese Anfrage kennt Lares nicht.',
  'Reload the page.': 'Lade die Seite neu.',
  "This can't be taken: {0}.": 'Das geht so nicht: {0}.',
  'Correct it and try again.': 'Verbessere es, und versuch es noch einmal.',
  'The clock of this machine is years behind.': 'Die Uhr dieses Rechners geht um Jahre nach.',
  'Set it, or let it reach a time server: until then the times of visits are wrong.':
    'Stell sie, oder lass ihn einen Zeitserver erreichen: Bis dahin stimmen die Zeiten der Besuche nicht.',
  'Lares is locked.': 'Lares ist verschlossen.',
  'Open it with your passphrase first.': 'Öffne es zuerst mit deiner Passphrase.',
  'The stored settings "{0}" can\'t be used: {1}.':
    'Die gespeicherten Einstellungen „{0}“ sind nicht zu gebrauchen: {1}.',
  'Their defaults hold until you save them again.':
    'Bis du sie wieder speicherst, gilt, womit Lares ausgeliefert wird.',
  'The key of your data lies in a file on this machine; whoever can read that file can read the data.':
    'Der Schlüssel deiner Daten liegt in einer Datei auf diesem Rechner; wer diese Datei lesen kann, kann die Daten lesen.',
  'A passphrase is safer: npx lares key passphrase': 'Eine Passphrase ist sicherer: npx lares key passphrase',
  'The settings file {0} has a mistake: {1}.': 'In der Einstellungsdatei {0} ist ein Fehler: {1}.',
  'Correct it and import it again; until then Lares goes on with the settings it has.':
    'Verbessere ihn, und lies sie noch einmal ein; bis dahin gelten die bisherigen Einstellungen.',
  'These settings were changed on another screen meanwhile.':
    'Diese Einstellungen wurden inzwischen auf einem anderen Bildschirm geändert.',
  'Look at what is different, and save again; nothing was overwritten.':
    'Sieh nach, was anders ist, und speichere noch einmal; nichts wurde überschrieben.',
  'These settings are not right: {0}.': 'Diese Einstellungen stimmen nicht: {0}.',
  'Correct them and save again; nothing was changed.':
    'Verbessere sie, und speichere noch einmal; nichts wurde verändert.',
  'Two cameras of the settings file have the same id.':
    'Zwei Kameras der Einstellungsdatei haben dieselbe Kennung.',
  'Give each camera an id of its own, or none: then Lares makes one from the name.':
    'Gib jeder Kamera eine eigene Kennung oder keine: Dann macht Lares eine aus dem Namen.',
  'A message of a device is not understood; the page says which.':
    'Die Nachricht eines Geräts ist nicht verständlich; die Seite sagt, welche.',
  'Check its address, user and password in the settings; Lares tries again by itself.':
    'Prüf Adresse, Benutzer und Passwort in den Einstellungen; Lares versucht es von selbst noch einmal.',
  'The broker does not speak this version of MQTT.': 'Der Broker spricht diese Fassung von MQTT nicht.',
  'The broker does not accept the name that Lares gives itself.':
    'Der Broker nimmt den Namen nicht an, den Lares sich gibt.',
  'The broker is not ready.': 'Der Broker ist nicht bereit.',
  'The broker refuses the user name or the password.': 'Der Broker lehnt den Benutzer oder das Passwort ab.',
  "Nothing answers at the broker's address.": 'Unter der Adresse des Brokers antwortet nichts.',
  'The broker closed the connection.': 'Der Broker hat die Verbindung geschlossen.',
  "There is no way to the broker's address.": 'Zur Adresse des Brokers führt kein Weg.',
  "The broker's host name is not known.": 'Der Rechnername des Brokers ist nicht bekannt.',
  "The broker's host name can not be looked up now.":
    'Der Rechnername des Brokers lässt sich gerade nicht nachschlagen.',
  'The broker does not answer.': 'Der Broker antwortet nicht.',
  'The broker does not speak TLS at this port.': 'Der Broker spricht an diesem Port kein TLS.',
  "The broker's certificate is not trusted.": 'Dem Zertifikat des Brokers ist nicht zu trauen.',
  'The broker can not be reached.': 'Der Broker ist nicht zu erreichen.',
  'The broker is not connected.': 'Der Broker ist nicht verbunden.',
  'Look at the health of the broker.': 'Sieh unter Zustand nach dem Broker.',
  'The message at {0} is not understood: {1}.': 'Die Nachricht unter {0} ist nicht verständlich: {1}.',
  'Correct the device that sends it; until then it is left out.':
    'Verbessere das Gerät, das sie sendet; bis dahin bleibt sie außer Acht.',
  'It takes {0} to {1} degrees {2}.': 'Möglich sind {0} bis {1} Grad {2}.',
  '{0} takes {1} to {2} degrees.': '{0}: Möglich sind {1} bis {2} Grad.',
  'Choose a temperature in between.': 'Wähle eine Temperatur dazwischen.',
  'Ask for something it can do.': 'Verlange etwas, das es kann.',
  '{0} can not be {1}.': '{0} kann das nicht.',
  'It can not be {0}.': 'Das kann dieses Gerät nicht.',
  'This device is not there any more.': 'Dieses Gerät gibt es nicht mehr.',
  'Choose another one.': 'Wähle ein anderes.',
  'Look at the list of devices.': 'Sieh in der Liste der Geräte nach.',
  'Choose a plain template, like {{ value_json.state }}, in the device that sends it.':
    'Wähle im Gerät, das sie sendet, eine einfache Vorlage wie {{ value_json.state }}.',
  'lights of the template schema are not supported': 'Lampen mit dem Schema „template“ gehen nicht',
  'media players can not be announced by MQTT': 'Abspielgeräte lassen sich nicht über MQTT melden',
  'A passphrase is set already.': 'Eine Passphrase gibt es schon.',
  'Give the current one to change or remove it.': 'Gib die jetzige an, um sie zu ändern oder zu entfernen.',
  'This house has no passphrase and no recovery code.':
    'Dieses Haus hat keine Passphrase und keinen Wiederherstellungscode.',
  'The disk is full, so that nothing more can be remembered.':
    'Die Platte ist voll, darum kann sich Lares nichts mehr merken.',
  'Free some space on the disk that holds the data folder.':
    'Schaff Platz auf der Platte mit dem Datenordner.',
  "Lares' database can't be read or written.":
    'Die Datenbank von Lares lässt sich nicht lesen oder schreiben.',
  'See that the data folder exists, is writable by this user, and that its disk is sound.':
    'Sieh nach, ob es den Datenordner gibt, ob dieser Benutzer hineinschreiben darf und ob die Platte heil ist.',
  "Another program keeps Lares' database busy.": 'Ein anderes Programm hält die Datenbank von Lares besetzt.',
  'Close the other Lares that uses the same data folder.':
    'Schließ das andere Lares, das denselben Datenordner benutzt.',
  "Lares' database is damaged or belongs to another key.":
    'Die Datenbank von Lares ist beschädigt oder gehört zu einem anderen Schlüssel.',
  'Put back the data folder together with its key file from a backup; the damaged file was left as it is.':
    'Hol den Datenordner mit seiner Schlüsseldatei aus einer Sicherung zurück; die beschädigte Datei blieb, wie sie ist.',
  'The key file is damaged, or from a newer Lares.':
    'Die Schlüsseldatei ist beschädigt oder von einem neueren Lares.',
  'Put it back from a backup; Lares makes no new key, since the data could never be read again.':
    'Hol sie aus einer Sicherung zurück; Lares macht keinen neuen Schlüssel, denn die Daten ließen sich dann nie wieder lesen.',
  'Other users of this machine could read the key file; now they cannot.':
    'Andere Benutzer dieses Rechners konnten die Schlüsseldatei lesen; jetzt nicht mehr.',
  'If somebody else uses this machine, start anew with a new key, or set a passphrase and change the disk.':
    'Wenn noch jemand diesen Rechner benutzt, fang mit einem neuen Schlüssel an, oder setz eine Passphrase und tausch die Platte.',
  "The key file can't be written.": 'Die Schlüsseldatei lässt sich nicht schreiben.',
  'See that the configuration folder belongs to this user and that its disk has space.':
    'Sieh nach, ob der Konfigurationsordner diesem Benutzer gehört und ob seine Platte Platz hat.',
  'Too many wrong passphrases.': 'Zu viele falsche Passphrasen.',
  'Try again in {0} seconds.': 'Versuch es in {0} Sekunden noch einmal.',
  'This is not the passphrase.': 'Das ist nicht die Passphrase.',
  'Look at Caps Lock and the keyboard layout, and try again.':
    'Sieh nach Feststelltaste und Tastaturbelegung, und versuch es noch einmal.',
  'This is no recovery code.': 'Das ist kein Wiederherstellungscode.',
  'It has seven groups of four letters and digits.': 'Er hat sieben Gruppen aus vier Buchstaben und Ziffern.',
  'This is not the passphrase; and if it is the recovery code, at least one letter is wrong.':
    'Das ist nicht die Passphrase; und wenn es der Wiederherstellungscode ist, stimmt mindestens ein Zeichen nicht.',
  'At least one letter of the recovery code is wrong.':
    'Mindestens ein Zeichen des Wiederherstellungscodes stimmt nicht.',
  'Compare a code with the sheet, group by group; the letters I, L, O and U are not in it.':
    'Vergleich den Code Gruppe für Gruppe mit dem Blatt; die Buchstaben I, L, O und U kommen nicht vor.',
  'This recovery code belongs to another house, or a newer one took its place.':
    'Dieser Wiederherstellungscode gehört zu einem anderen Haus, oder ein neuerer hat ihn ersetzt.',
  'Look for the sheet that was printed last.': 'Such das Blatt, das zuletzt gedruckt wurde.',
  'A passphrase needs at least {0} characters.': 'Eine Passphrase braucht mindestens {0} Zeichen.',
  'Four or five words that do not belong together are easy to keep in mind and hard to guess.':
    'Vier oder fünf Wörter, die nicht zusammengehören, sind leicht zu merken und schwer zu raten.',
  'There is no recovery code.': 'Es gibt keinen Wiederherstellungscode.',
  'Nothing was changed.': 'Nichts wurde verändert.',
  'The recovery code is the only way to the key.':
    'Der Wiederherstellungscode ist der einzige Weg zum Schlüssel.',
  'Set a passphrase first: npx lares key passphrase': 'Setz zuerst eine Passphrase: npx lares key passphrase',
  "A key in the database is damaged, so that what it locks can't be read.":
    'Ein Schlüssel in der Datenbank ist beschädigt; was er verschließt, lässt sich nicht lesen.',
  'Put the data folder back from a backup.': 'Hol den Datenordner aus einer Sicherung zurück.',
  "The key file can't be read or protected by this user.":
    'Dieser Benutzer kann die Schlüsseldatei nicht lesen oder schützen.',
  'See that the configuration folder and the file in it belong to the user that Lares runs as.':
    'Sieh nach, ob der Konfigurationsordner und die Datei darin dem Benutzer gehören, als der Lares läuft.',
  'it is not JSON': 'das ist kein JSON',
  'it is not a list of cameras': 'das ist keine Liste von Kameras',
  'Install Lares again, or in a checkout bring the file back with "git checkout resources/motion.wasm".':
    'Installiere Lares noch einmal, oder hol die Datei in einem Checkout mit „git checkout resources/motion.wasm“ zurück.',
  'The page can’t be served at port {0}.': 'Die Seite lässt sich an Port {0} nicht anbieten.',
  'Another program may use it: choose another port.':
    'Vielleicht benutzt ihn ein anderes Programm: Wähle einen anderen Port.',
  'The certificate of the house can’t be made.': 'Das Zertifikat des Hauses lässt sich nicht herstellen.',
  'Install openssl on the machine of the hub: sudo apt install openssl.':
    'Installiere openssl auf dem Rechner der Zentrale: sudo apt install openssl.',
};
