import type { Sayings } from '../../words.ts';

/** Was die Zentrale über Personen, Gesichter und Fotos sagt. */
export const ofPeople: Sayings = {
  'This person is not there any more.': 'Diese Person gibt es nicht mehr.',
  'This person is not there.': 'Diese Person gibt es nicht.',
  'Look at the list of people again.': 'Sieh noch einmal in der Liste der Personen nach.',
  'Look at the list of people.': 'Sieh in der Liste der Personen nach.',
  'A name needs 1 to 60 letters that can be seen.': 'Ein Name braucht 1 bis 60 Buchstaben, die man sieht.',
  'Write the name as you say it.': 'Schreib den Namen so, wie du ihn sprichst.',
  'There is already a person with this name.': 'Es gibt schon eine Person mit diesem Namen.',
  'Choose another name, or add the face to that person.':
    'Wähle einen anderen Namen, oder füge das Gesicht dieser Person hinzu.',
  'Somebody is being enrolled before a camera on another page just now.':
    'Auf einer anderen Seite wird gerade jemand vor einer Kamera aufgenommen.',
  'Wait until that is done, or close that page.': 'Warte, bis das fertig ist, oder schließ jene Seite.',
  'No face was taken before this camera yet.': 'Vor dieser Kamera wurde noch kein Gesicht aufgenommen.',
  'Stand before it and do what the page says.': 'Stell dich davor und tu, was die Seite sagt.',
  'Nobody was recognised in this event.': 'In diesem Ereignis wurde niemand erkannt.',
  'Give it a name instead.': 'Gib ihm stattdessen einen Namen.',
  'Nobody new is enrolled without their consent.': 'Niemand Neues kommt ohne Einwilligung dazu.',
  'Say who allowed that this face is kept, and who noted it.':
    'Sag, wer erlaubt hat, dass dieses Gesicht aufgehoben wird, und wer es notiert hat.',
  'No face good enough to enrol was seen in this event.':
    'In diesem Ereignis war kein Gesicht gut genug zu sehen.',
  'Take another event, or enrol from a photo.': 'Nimm ein anderes Ereignis oder ein Foto.',
  'These are all faces of this person, so that nothing would be left.':
    'Das sind alle Gesichter dieser Person, es bliebe nichts übrig.',
  'Choose fewer faces, or rename the person.': 'Wähle weniger Gesichter, oder benenne die Person um.',
  'This person is not enrolled any more.': 'Diese Person ist nicht mehr bekannt.',
  'This person is about to be erased.': 'Diese Person wird gerade gelöscht.',
  'Take that back first, or wait some seconds until they are gone.':
    'Nimm das zuerst zurück, oder warte ein paar Sekunden, bis sie weg ist.',
  'This face is not kept of this person any more.': 'Dieses Gesicht gehört nicht mehr zu dieser Person.',
  'Look at the person again.': 'Sieh dir die Person noch einmal an.',
  'This is the last face of this person, who could not be recognised without it.':
    'Das ist das letzte Gesicht dieser Person; ohne es ließe sie sich nicht erkennen.',
  'Add a better face first, or erase the person.':
    'Füge zuerst ein besseres Gesicht hinzu, oder lösche die Person.',
  'This is one and the same person.': 'Das ist ein und dieselbe Person.',
  'Choose two people.': 'Wähle zwei Personen.',
  'The part that compares faces is a new one: {0} of {1} kept faces are read again.':
    'Der Teil, der Gesichter vergleicht, ist neu: {0} von {1} Gesichtern sind noch einmal gelesen.',
  'Until all are, people may be recognised less often.':
    'Bis es alle sind, werden Personen vielleicht seltener erkannt.',
  'The part that compares faces is being changed.':
    'Der Teil, der Gesichter vergleicht, wird gerade ausgetauscht.',
  'Wait until Lares tells of the new one.': 'Warte, bis Lares den neuen meldet.',
  'This unknown person is forgotten already, or has a name.':
    'Diese unbekannte Person ist schon vergessen oder hat einen Namen.',
  'Look at the list again.': 'Sieh noch einmal in der Liste nach.',
  'No face of this event is kept, so that it can not be looked for.':
    'Von diesem Ereignis ist kein Gesicht aufgehoben, darum lässt es sich nicht suchen.',
  'Take another event.': 'Nimm ein anderes Ereignis.',
  'Nobody I know is there.': 'Dort ist niemand, den ich kenne.',
  'I am not sure enough who is there.': 'Ich bin mir nicht sicher genug, wer dort ist.',
  'Nobody is there just now.': 'Dort ist gerade niemand.',
  'I am not sure that a living face is there.': 'Ich bin mir nicht sicher, ob dort ein lebendes Gesicht ist.',
  'The kept picture shows no face where there should be one.':
    'Das aufgehobene Bild zeigt kein Gesicht, wo eins sein sollte.',
  'Remove this face of the person, and add another photo.':
    'Entferne dieses Gesicht der Person, und füge ein anderes Foto hinzu.',
  'The face in the photo is only {0} pixels wide.': 'Das Gesicht auf dem Foto ist nur {0} Pixel breit.',
  'Choose a photo where it is at least {0} pixels wide.':
    'Wähle ein Foto, auf dem es mindestens {0} Pixel breit ist.',
  'The face in the photo looks drawn, not photographed.':
    'Das Gesicht auf dem Foto sieht gezeichnet aus, nicht fotografiert.',
  'Choose a photo of the person as a camera took it, without filters.':
    'Wähle ein Foto, wie eine Kamera es aufgenommen hat, ohne Filter.',
  'No face was found in the photo.': 'Auf dem Foto war kein Gesicht zu finden.',
  'Choose a photo that shows the face from the front and in good light.':
    'Wähle ein Foto, das das Gesicht von vorn und in gutem Licht zeigt.',
  'There are {0} faces in the photo.': 'Auf dem Foto sind {0} Gesichter.',
  'Choose a photo of one person alone, or cut the others off.':
    'Wähle ein Foto nur einer Person, oder schneid die anderen ab.',
  'The face in the photo is very small.': 'Das Gesicht auf dem Foto ist sehr klein.',
  'Choose a photo taken from closer.': 'Wähle ein Foto aus größerer Nähe.',
  'The face in the photo is blurred.': 'Das Gesicht auf dem Foto ist unscharf.',
  'Choose a sharper photo.': 'Wähle ein schärferes Foto.',
  'The face in the photo is turned far away.': 'Das Gesicht auf dem Foto ist weit abgewandt.',
  'Choose a photo in which both eyes can be seen.': 'Wähle ein Foto, auf dem beide Augen zu sehen sind.',
  'The face in the photo is too dark.': 'Das Gesicht auf dem Foto ist zu dunkel.',
  'Choose a photo in better light.': 'Wähle ein Foto in besserem Licht.',
  'The face in the photo is burnt out by light.': 'Das Gesicht auf dem Foto ist überstrahlt.',
  'Choose a photo with softer light on the face.': 'Wähle ein Foto mit weicherem Licht auf dem Gesicht.',
  'The face in the photo is partly covered.': 'Das Gesicht auf dem Foto ist teilweise verdeckt.',
  'Choose a photo without a mask, a hand or dark glasses before the face.':
    'Wähle ein Foto ohne Maske, Hand oder dunkle Brille vor dem Gesicht.',
  'A HEIC photo needs ffmpeg, which is not installed.':
    'Ein HEIC-Foto braucht ffmpeg, und das ist nicht installiert.',
  'Install it with `apt-get install ffmpeg`, or choose a JPEG.':
    'Installiere es mit `apt-get install ffmpeg`, oder wähle ein JPEG.',
  'The photo is empty.': 'Das Foto ist leer.',
  'The file is not a picture that Lares can read.': 'Die Datei ist kein Bild, das Lares lesen kann.',
  'The photo is damaged or cut off.': 'Das Foto ist beschädigt oder abgeschnitten.',
  'The file is {0}.': 'Die Datei ist {0}.',
  'a PDF document, not a photo': 'ein PDF-Dokument, kein Foto',
  'a video, not a photo': 'ein Video, kein Foto',
  'an archive or a document, not a photo': 'ein Archiv oder Dokument, kein Foto',
  'The photo has too many pixels.': 'Das Foto hat zu viele Pixel.',
  'Make it smaller, to at most 50 megapixels, and try again.':
    'Verkleinere es auf höchstens 50 Megapixel, und versuch es noch einmal.',
  'Choose a JPEG, PNG, WebP or HEIC photo that opens on this device.':
    'Wähle ein Foto als JPEG, PNG, WebP oder HEIC, das sich auf diesem Gerät öffnen lässt.',
  "Motion can't be detected: {0} is missing or damaged.":
    'Bewegung lässt sich nicht erkennen: {0} fehlt oder ist beschädigt.',
  "Pictures can't be looked at: {0} is missing or damaged.":
    'Bilder lassen sich nicht ansehen: {0} fehlt oder ist beschädigt.',
  'A network file is damaged.': 'Die Datei eines Netzes ist beschädigt.',
  'Delete the models folder and start again; it is made anew.':
    'Lösche den Ordner models und starte neu; er wird neu gemacht.',
};
