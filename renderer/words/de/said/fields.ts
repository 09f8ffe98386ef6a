import type { Sayings } from '../../words.ts';

/** Was an einem Feld nicht stimmt, wie es das Schema sagt. */
export const ofFields: Sayings = {
  'A time looks like 22:00.': 'Eine Uhrzeit sieht aus wie 22:00.',
  'A zone needs a name.': 'Eine Zone braucht einen Namen.',
  'A zone needs three corners.': 'Eine Zone braucht drei Ecken.',
  'A line needs a name.': 'Eine Linie braucht einen Namen.',
  'A wake phrase is 3 to 40 letters.': 'Ein Rufname hat 3 bis 40 Buchstaben.',
  'A span of time ends after it begins.': 'Ein Zeitraum endet, nachdem er begonnen hat.',
  'A person needs a name.': 'Eine Person braucht einen Namen.',
  'A name has only signs that can be seen.': 'Ein Name hat nur Zeichen, die man sieht.',
  'A name is missing.': 'Ein Name fehlt.',
  'A passphrase needs at least 8 characters.': 'Eine Passphrase braucht mindestens 8 Zeichen.',
  'A camera needs a name.': 'Eine Kamera braucht einen Namen.',
  'A broker address looks like mqtt://192.168.1.5:1883.':
    'Die Adresse eines Brokers sieht aus wie mqtt://192.168.1.5:1883.',
  'A folder looks like /mnt/backup.': 'Ein Ordner sieht aus wie /mnt/backup.',
  'A camera address starts with rtsp://, rtsps://, http:// or https://, or is the path of a file or a USB camera.':
    'Die Adresse einer Kamera beginnt mit rtsp://, rtsps://, http:// oder https://, oder sie ist der Pfad einer Datei oder USB-Kamera.',
  'Too small: expected string to have >={0} characters.': 'Zu kurz: mindestens {0} Zeichen.',
  'Too big: expected string to have <={0} characters.': 'Zu lang: höchstens {0} Zeichen.',
  'Too small: expected number to be >={0}.': 'Zu klein: mindestens {0}.',
  'Too big: expected number to be <={0}.': 'Zu groß: höchstens {0}.',
  'Invalid input: expected {0}, received {1}.': 'Das passt hier nicht.',
  'Invalid option: expected one of {0}.': 'Das steht nicht zur Wahl.',
};
