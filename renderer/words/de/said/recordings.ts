import type { Sayings } from '../../words.ts';

/** Was die Zentrale über Aufnahmen, Platten, Bilder und Sicherungen sagt. */
export const ofRecordings: Sayings = {
  'This event is not there any more.': 'Dieses Ereignis gibt es nicht mehr.',
  'Go back to the list of events.': 'Geh zurück zur Liste der Ereignisse.',
  'This picture is not there.': 'Dieses Bild gibt es nicht.',
  'This recording is not there.': 'Diese Aufnahme gibt es nicht.',
  'This recording is damaged.': 'Diese Aufnahme ist beschädigt.',
  'Its disk may be failing; look at other recordings of that day.':
    'Vielleicht geht die Platte kaputt; sieh dir andere Aufnahmen des Tages an.',
  '{0} pictures are missing in a recording, since this computer could not keep up.':
    'In einer Aufnahme fehlen {0} Bilder, weil dieser Rechner nicht nachkam.',
  'Record fewer cameras, or choose their small streams for recordings.':
    'Nimm weniger Kameras auf, oder wähle für Aufnahmen ihre kleinen Streams.',
  'The disk is too slow for the recordings.': 'Die Platte ist für die Aufnahmen zu langsam.',
  'Record fewer cameras, or use a faster disk.':
    'Nimm weniger Kameras auf, oder nimm eine schnellere Platte.',
  'Record fewer cameras, or use a faster disk. {0}':
    'Nimm weniger Kameras auf, oder nimm eine schnellere Platte. {0}',
  'A recording could not be written.': 'Eine Aufnahme konnte nicht geschrieben werden.',
  'Lares tries again with the next one.': 'Lares versucht es mit der nächsten noch einmal.',
  'Not recorded, since it sees a privacy zone.': 'Wird nicht aufgenommen, denn sie sieht eine private Zone.',
  'Not recorded while somebody is home: the house is not armed.':
    'Wird nicht aufgenommen, solange jemand zu Hause ist: Das Haus ist nicht scharf.',
  'Not recorded at this time of day, as you set it.':
    'Wird um diese Uhrzeit nicht aufgenommen, so hast du es eingestellt.',
  'Not recorded until the disk is well again.':
    'Wird nicht aufgenommen, bis die Platte wieder in Ordnung ist.',
  'Not recorded, for the sake of privacy zones: {0}.': 'Wird wegen privater Zonen nicht aufgenommen: {0}.',
  'A recording is the camera’s own video and would show what is private. Pictures of visits are kept, blackened.':
    'Eine Aufnahme ist das Video der Kamera selbst und würde zeigen, was privat ist. Bilder von Besuchen werden geschwärzt aufgehoben.',
  "{0} recordings were damaged when Lares ended, and can't be played.":
    '{0} Aufnahmen wurden beschädigt, als Lares endete, und lassen sich nicht abspielen.',
  'If this happens again, the disk may be failing.':
    'Wenn das noch einmal passiert, geht vielleicht die Platte kaputt.',
  'Recording goes on by itself when that is well again; visits are still noted where the disk of the database allows.':
    'Die Aufnahme geht von selbst weiter, wenn das wieder in Ordnung ist; Besuche werden weiter notiert, soweit die Platte der Datenbank es zulässt.',
  'The disk is full, so that nothing is recorded.': 'Die Platte ist voll, darum wird nichts aufgenommen.',
  'Free some space on it, or let Lares keep video for fewer days. {0}':
    'Schaff dort Platz, oder lass Lares Videos weniger Tage aufheben. {0}',
  'The disk of the recordings is gone, so that nothing is recorded.':
    'Die Platte der Aufnahmen ist weg, darum wird nichts aufgenommen.',
  'See that it is plugged in and mounted. {0}': 'Sieh nach, ob sie angesteckt und eingebunden ist. {0}',
  'The disk of the recordings can’t be written, so that nothing is recorded.':
    'Auf die Platte der Aufnahmen kann nicht geschrieben werden, darum wird nichts aufgenommen.',
  'See whether it is mounted read-only, which a failing disk or memory card often is, and whether the folder belongs to this user. {0}':
    'Sieh nach, ob sie nur lesbar eingebunden ist (so endet eine kaputte Platte oder Speicherkarte oft) und ob der Ordner diesem Benutzer gehört. {0}',
  'The disk of the recordings is too slow, so that nothing is recorded.':
    'Die Platte der Aufnahmen ist zu langsam, darum wird nichts aufgenommen.',
  'The disk of the recordings answers with errors, so that nothing is recorded.':
    'Die Platte der Aufnahmen antwortet mit Fehlern, darum wird nichts aufgenommen.',
  'Save what is on it and replace it. {0}': 'Rette, was darauf ist, und tausch sie aus. {0}',
  'The disk was about to fill, so the recordings that are least worth keeping were deleted before their time: {0}.':
    'Die Platte wurde voll, darum wurden die entbehrlichsten Aufnahmen vorzeitig gelöscht: {0}.',
  '{0} that showed nobody': '{0}, auf denen niemand war',
  '{0} of visits': '{0} von Besuchen',
  '{0} of visits with a name': '{0} von Besuchen mit Namen',
  'Keep video for fewer days, record less, or use a larger disk. What you keep on purpose is never deleted.':
    'Heb Videos weniger Tage auf, nimm weniger auf, oder nimm eine größere Platte. Was du ausdrücklich behältst, wird nie gelöscht.',
  "A video can't be written to or read from the data folder.":
    'Ein Video lässt sich im Datenordner nicht schreiben oder lesen.',
  'See that its disk is there, has space left and is sound, and that the folder is writable by this user.':
    'Sieh nach, ob seine Platte da ist, Platz hat und heil ist und ob dieser Benutzer in den Ordner schreiben darf.',
  'The disk is too slow for the video that comes.': 'Die Platte ist für das Video, das kommt, zu langsam.',
  'Record fewer cameras, choose a smaller picture in the camera, or use a faster disk.':
    'Nimm weniger Kameras auf, wähle in der Kamera ein kleineres Bild, oder nimm eine schnellere Platte.',
  'A kept video is damaged or a part of it is missing.':
    'Ein aufgehobenes Video ist beschädigt, oder ein Teil davon fehlt.',
  'What comes before that place can be played; put the rest back from a backup, or delete the video.':
    'Was davor kommt, lässt sich abspielen; hol den Rest aus einer Sicherung zurück, oder lösche das Video.',
  'The video of this recording is gone.': 'Das Video dieser Aufnahme ist weg.',
  'It was not in the backup that this house came from, or its file was removed.':
    'Es war nicht in der Sicherung, aus der dieses Haus stammt, oder seine Datei wurde entfernt.',
  "A picture or recording can't be written to the data folder.":
    'Ein Bild oder eine Aufnahme lässt sich nicht in den Datenordner schreiben.',
  'See that its disk has space left and that the folder is writable by this user.':
    'Sieh nach, ob die Platte Platz hat und ob dieser Benutzer in den Ordner schreiben darf.',
  'A kept picture or recording is damaged, so that it is not used.':
    'Ein aufgehobenes Bild oder eine Aufnahme ist beschädigt und wird nicht verwendet.',
  'Put it back from a backup, or remove what it belongs to.':
    'Hol es aus einer Sicherung zurück, oder entferne, wozu es gehört.',
  'This time has not come yet, so that there is nothing to look at or to erase.':
    'Diese Zeit ist noch nicht gekommen, darum gibt es nichts anzusehen oder zu löschen.',
  'Choose a span of time that has begun.': 'Wähle einen Zeitraum, der schon begonnen hat.',
  'Another span of time is being erased.': 'Ein anderer Zeitraum wird gerade gelöscht.',
  'Wait until that is done, or take it back, and try again.':
    'Warte, bis das fertig ist, oder nimm es zurück, und versuch es noch einmal.',
  'There is no erasure that could still be taken back.':
    'Es gibt keine Löschung, die sich noch zurücknehmen ließe.',
  'Once it has begun it goes to its end.': 'Hat sie begonnen, läuft sie bis zum Ende.',
  'Its log says more; it is tried again.': 'Das Protokoll sagt mehr; es wird noch einmal versucht.',
  'No folder is chosen for backups.': 'Für Sicherungen ist kein Ordner gewählt.',
  'Choose one on another disk, and save it.': 'Wähl einen auf einer anderen Platte und speichere das.',
  "The folder of the backups can't be read.": 'Der Ordner der Sicherungen lässt sich nicht lesen.',
  'See that its disk is there and that this user may read it.':
    'Sieh nach, ob seine Platte da ist und dieser Benutzer ihn lesen darf.',
  'The backup was ended.': 'Die Sicherung wurde beendet.',
  "The backup can't be written there.": 'Die Sicherung lässt sich dort nicht schreiben.',
  'See that the folder is there, belongs to this user, and that its disk has space and is sound.':
    'Sieh nach, ob der Ordner da ist, diesem Benutzer gehört und ob seine Platte Platz hat und heil ist.',
  'Nobody could open a backup of this house: it has neither a recovery code nor a passphrase.':
    'Niemand könnte eine Sicherung dieses Hauses öffnen: Es hat weder einen Wiederherstellungscode noch eine Passphrase.',
  'Make a recovery code first, with npx lares key recovery, and keep it apart from the backup.':
    'Mach zuerst einen Wiederherstellungscode, mit npx lares key recovery, und bewahr ihn getrennt von der Sicherung auf.',
  'There is not enough space: {0} MB are needed, and {1} MB are free.':
    'Der Platz reicht nicht: {0} MB sind nötig, {1} MB sind frei.',
  'Free some space on that disk, or take another one. Nothing was changed.':
    'Schaff Platz auf dieser Platte, oder nimm eine andere. Nichts wurde verändert.',
  'A restore was cut short, and this house is an empty one.':
    'Eine Wiederherstellung wurde abgebrochen, und dieses Haus ist leer.',
  'To have the other back: stop Lares, move the data folder and the key file away, and restore again.':
    'Um das andere zurückzuholen: Beende Lares, verschieb den Datenordner und die Schlüsseldatei, und stell noch einmal wieder her.',
  'The database was damaged.': 'Die Datenbank war beschädigt.',
  'The backup of {0} took its place: what happened and was changed since then is lost.':
    'Die Sicherung vom {0} hat ihren Platz eingenommen: Was seitdem geschah und geändert wurde, ist verloren.',
  'There was no backup to take its place: people, events and settings are lost, and an empty house begins.':
    'Es gab keine Sicherung, die ihren Platz einnehmen konnte: Personen, Ereignisse und Einstellungen sind verloren, und ein leeres Haus beginnt.',
  'The database is gone.': 'Die Datenbank ist weg.',
  'The damaged one is kept in the data folder as {0}.': 'Die beschädigte liegt als {0} im Datenordner.',
  'See "npx lares restore" if you have a backup elsewhere.':
    'Wenn du anderswo eine Sicherung hast, hilft „npx lares restore“.',
  'Who was erased since then is there again: erase them once more.':
    'Wer seitdem gelöscht wurde, ist wieder da: Lösche sie noch einmal.',
  'The rest of it: {0}': 'Der Rest davon: {0}',
  'It is not there any more.': 'Es ist nicht mehr da.',
  'This case file is not there any more: it was fetched already, or a minute is over.':
    'Diese Falldatei gibt es nicht mehr: Sie wurde schon abgeholt, oder eine Minute ist vorbei.',
  'More happened in this time than fits into one case file ({0} events).':
    'In dieser Zeit ist mehr passiert, als in eine Falldatei passt ({0} Ereignisse).',
  'Choose a shorter time, or one camera.': 'Wähle eine kürzere Zeit oder eine Kamera.',
  'There is nothing of this that could be put into a case file.':
    'Davon gibt es nichts, was in eine Falldatei könnte.',
  'Choose another time, camera or event.': 'Wähle eine andere Zeit, Kamera oder ein anderes Ereignis.',
};
