import type { Sayings } from '../../words.ts';

/** Was die Zentrale über Stimme, Mikrofon und Rufnamen sagt. */
export const ofTheVoice: Sayings = {
  'Voice is switched off in the settings.': 'Die Stimme ist in den Einstellungen ausgeschaltet.',
  'Voice is not set up yet.': 'Die Stimme ist noch nicht eingerichtet.',
  'Lares does not listen: voice is switched off.': 'Lares hört nicht zu: Die Stimme ist ausgeschaltet.',
  'Switch voice on in the settings.': 'Schalte die Stimme in den Einstellungen ein.',
  'Switch voice on first, under Voice.': 'Schalte die Stimme zuerst unter Stimme ein.',
  'Lares hears no microphone.': 'Lares hört kein Mikrofon.',
  'Plug one in: it is looked for every ten seconds. Until then "npx lares say" and sound files are heard.':
    'Steck eins an: Danach wird alle zehn Sekunden gesucht. Bis dahin gehen „npx lares say“ und Tondateien.',
  'Plug one in; it is looked for every ten seconds.':
    'Steck eins an; danach wird alle zehn Sekunden gesucht.',
  'The ear is starting again.': 'Das Hören startet gerade neu.',
  'The ear is starting.': 'Das Hören startet gerade.',
  'The part of Lares that sees is starting again.': 'Das Sehen startet gerade neu.',
  'The ear has a trouble, which the page shows.': 'Das Hören hat eine Störung, die auf der Seite steht.',
  'Lares is set to answer in writing only.': 'Lares ist so eingestellt, dass es nur schriftlich antwortet.',
  'Switch spoken replies on under Voice.': 'Schalte unter Stimme das laute Antworten ein.',
  'These are quiet hours: Lares answers in writing only.':
    'Es ist Ruhezeit: Lares antwortet nur schriftlich.',
  'Change them under Voice.': 'Ändere sie unter Stimme.',
  'This exchange is not there any more.': 'Dieses Gespräch gibt es nicht mehr.',
  'Look at what was said again.': 'Sieh noch einmal nach, was gesagt wurde.',
  'Lares does not know the wake phrase “{0}” yet, so nothing was changed.':
    'Lares kennt den Rufnamen „{0}“ noch nicht, darum wurde nichts geändert.',
  'Train it first under Voice.': 'Lass ihn zuerst unter Stimme lernen.',
  'Lares does not know the phrase “{0}” yet.': 'Lares kennt den Rufnamen „{0}“ noch nicht.',
  'This recording is too long for a call.': 'Diese Aufnahme ist für einen Ruf zu lang.',
  'Say only the phrase, once.': 'Sag nur den Rufnamen, einmal.',
  'This recording is not there any more.': 'Diese Aufnahme gibt es nicht mehr.',
  'Look at the list of recordings again.': 'Sieh noch einmal in der Liste der Aufnahmen nach.',
  'Lares learns the phrase “{0}” anew, since its ear has changed.':
    'Lares lernt den Rufnamen „{0}“ neu, denn sein Gehör hat sich geändert.',
  'This takes a few minutes; until then it may not hear that phrase.':
    'Das dauert ein paar Minuten; bis dahin hört es vielleicht nicht darauf.',
  'The phrase “{0}” does not fit the ear of Lares any more, and could not be learnt anew.':
    'Der Rufname „{0}“ passt nicht mehr zum Gehör von Lares und ließ sich nicht neu lernen.',
  'Train it again under Voice, or choose another phrase there.':
    'Lass ihn unter Stimme noch einmal lernen, oder wähle dort einen anderen.',
  'Lares is learning the phrase “{0}” just now.': 'Lares lernt gerade den Rufnamen „{0}“.',
  'Wait until it is done, or cancel it.': 'Warte, bis das fertig ist, oder brich es ab.',
  '"{0}" would be no good call.': '„{0}“ wäre kein guter Rufname.',
  'Lares could not learn "{0}".': 'Lares konnte „{0}“ nicht lernen.',
  'Try again; when it happens again, restart Lares or try another phrase.':
    'Versuch es noch einmal; wenn es wieder passiert, starte Lares neu, oder nimm einen anderen Rufnamen.',
  'Lares is learning a phrase already.': 'Lares lernt schon einen Rufnamen.',
  'The part of Lares that hears stopped while it learnt this phrase.':
    'Das Hören hat angehalten, während es diesen Rufnamen lernte.',
  'It is being started again; then train the phrase once more.':
    'Es wird gerade neu gestartet; lass den Rufnamen dann noch einmal lernen.',
  'The recogniser that is installed has learnt English only, and hears other languages badly.':
    'Die Spracherkennung, die installiert ist, hat nur Englisch gelernt und versteht andere Sprachen schlecht.',
  'Speak slowly and look at what was heard, or set the language to English.':
    'Sprich langsam, und sieh nach, was gehört wurde, oder stell die Sprache auf Englisch.',
  'Another recording has begun.': 'Eine andere Aufnahme hat begonnen.',
  'Lares heard nobody speak.': 'Lares hat niemanden sprechen gehört.',
  'Say the wake phrase within eight seconds, or come nearer to the microphone.':
    'Sag den Rufnamen innerhalb von acht Sekunden, oder komm näher ans Mikrofon.',
  'Nobody speaks in {0}.': 'In {0} spricht niemand.',
  'Give a recording of one person who says the wake phrase once.':
    'Nimm eine Aufnahme von einer Person, die den Rufnamen einmal sagt.',
  '{0} is longer than a wake phrase.': '{0} ist länger als ein Rufname.',
  'Say the wake phrase alone, once.': 'Sag nur den Rufnamen, einmal.',
  'The name "{0}" can not be spoken in {1}.': 'Der Name „{0}“ lässt sich nicht aussprechen ({1}).',
  'Give it a name or an alias in Latin letters to use it by voice; what you type may use it as it is.':
    'Gib ihm für die Stimme einen Namen oder Beinamen in lateinischen Buchstaben; beim Tippen gilt er, wie er ist.',
  'The phrase file {0} can not be read.': 'Die Satzdatei {0} lässt sich nicht lesen.',
  'Check that it is there and may be read; its phrases are left out until then.':
    'Prüf, ob sie da ist und gelesen werden darf; ihre Sätze bleiben bis dahin außer Acht.',
  'Correct it; what uses it is left out until then.':
    'Verbessere sie; was sie benutzt, bleibt bis dahin außer Acht.',
  'Correct it; it is left out until then.': 'Verbessere das; es bleibt bis dahin außer Acht.',
  'Correct the file; it is left out until then.': 'Verbessere die Datei; sie bleibt bis dahin außer Acht.',
  'No speech model in {0} works: {1}.': 'Kein Sprachmodell in {0} funktioniert: {1}.',
  '{0} Commands are recognised by PocketSphinx meanwhile.': '{0} Befehle erkennt solange PocketSphinx.',
  'Put a streaming zipformer (encoder, decoder, joiner and tokens.txt) or a Whisper (encoder, decoder and tokens.txt) for sherpa-onnx there, in a folder of its own.':
    'Leg einen Streaming-Zipformer (encoder, decoder, joiner und tokens.txt) oder ein Whisper (encoder, decoder und tokens.txt) für sherpa-onnx in einen eigenen Ordner dort.',
  'There is no speech model in {0}, so commands are recognised by PocketSphinx.':
    'In {0} ist kein Sprachmodell, darum erkennt PocketSphinx die Befehle.',
  '{0} Or choose PocketSphinx in the settings.': '{0} Oder wähle PocketSphinx in den Einstellungen.',
  'The speech recogniser PocketSphinx is not installed, so spoken commands are not understood.':
    'Die Spracherkennung PocketSphinx ist nicht installiert, darum werden gesprochene Befehle nicht verstanden.',
  'Install it with: sudo apt-get install libpocketsphinx3 pocketsphinx-en-us':
    'Installiere sie mit: sudo apt-get install libpocketsphinx3 pocketsphinx-en-us',
  'The word "{0}" can\'t be pronounced.': 'Das Wort „{0}“ lässt sich nicht aussprechen.',
  'Write it another way, or give the thing an alias.': 'Schreib es anders, oder gib dem Ding einen Beinamen.',
  'The voice grammar is not understood by the recogniser.':
    'Die Spracherkennung versteht die Grammatik nicht.',
  'Look at your own phrases; without them the grammar is known to work.':
    'Sieh dir deine eigenen Sätze an; ohne sie funktioniert die Grammatik.',
  'The voice espeak-ng is not installed, so Lares can not speak.':
    'Die Stimme espeak-ng ist nicht installiert, darum kann Lares nicht sprechen.',
  'The voice espeak-ng is not installed, so Lares can not learn a phrase from its text.':
    'Die Stimme espeak-ng ist nicht installiert, darum kann Lares keinen Rufnamen aus Text lernen.',
  'Install it with: sudo apt-get install espeak-ng': 'Installiere sie mit: sudo apt-get install espeak-ng',
  'The program ffmpeg, which reads sound files, is not installed.':
    'Das Programm ffmpeg, das Tondateien liest, ist nicht installiert.',
  'Install it with: sudo apt-get install ffmpeg': 'Installiere es mit: sudo apt-get install ffmpeg',
  'The voice that you installed has failed; espeak-ng speaks instead.':
    'Die Stimme, die du installiert hast, hat versagt; espeak-ng spricht stattdessen.',
  'Start Lares again; if that does not help, put the voice into its folder anew.':
    'Starte Lares neu; hilft das nicht, leg die Stimme noch einmal in ihren Ordner.',
  'The voice in voices/{0} is not whole; espeak-ng speaks instead.':
    'Die Stimme in voices/{0} ist nicht vollständig; espeak-ng spricht stattdessen.',
  'A Piper voice for sherpa-onnx has an .onnx file, tokens.txt and the folder espeak-ng-data.':
    'Eine Piper-Stimme für sherpa-onnx hat eine .onnx-Datei, tokens.txt und den Ordner espeak-ng-data.',
  'It is not known which language the voice in voices/{0} speaks; espeak-ng speaks instead.':
    'Welche Sprache die Stimme in voices/{0} spricht, ist nicht bekannt; espeak-ng spricht stattdessen.',
  'Name its folder by its language, for example en_US-amy or de_DE-thorsten.':
    'Nenn ihren Ordner nach ihrer Sprache, zum Beispiel en_US-amy oder de_DE-thorsten.',
  'The voice in voices/{0} does not work; espeak-ng speaks instead.':
    'Die Stimme in voices/{0} funktioniert nicht; espeak-ng spricht stattdessen.',
  'Take one that was made for sherpa-onnx, and put all of its files there anew.':
    'Nimm eine, die für sherpa-onnx gemacht ist, und leg alle ihre Dateien noch einmal dorthin.',
  'Lares has not learnt "{0}" yet.': 'Lares hat „{0}“ noch nicht gelernt.',
  'Train it under Voice; until then Lares listens for "{0}".':
    'Lass es unter Stimme lernen; bis dahin hört Lares auf „{0}“.',
  'No wake phrase is there that Lares could listen for.':
    'Es gibt keinen Rufnamen, auf den Lares hören könnte.',
  'Install Lares again: "computer" belongs to resources/wake.':
    'Installiere Lares noch einmal: „computer“ gehört zu resources/wake.',
  'The sounds that wake phrases learn from are not there.':
    'Die Klänge, aus denen Rufnamen gelernt werden, fehlen.',
  'Install Lares again: they belong to resources/wake.':
    'Installiere Lares noch einmal: Sie gehören zu resources/wake.',
  'Install Lares again: it belongs to resources/wake.':
    'Installiere Lares noch einmal: Es gehört zu resources/wake.',
  'The network that listens for wake words is not there.': 'Das Netz, das auf Rufnamen hört, fehlt.',
  'A wake phrase has 3 to 40 letters, and nothing but letters.':
    'Ein Rufname hat 3 bis 40 Buchstaben und nichts als Buchstaben.',
  'Nobody knows how to say "{0}". Write it as it is spoken, in whole words.':
    'Niemand weiß, wie man „{0}“ spricht. Schreib es, wie man es sagt, in ganzen Wörtern.',
  'It is too short: one syllable is heard in almost any talk. Take two words, or a longer one.':
    'Das ist zu kurz: Eine Silbe kommt in fast jedem Gespräch vor. Nimm zwei Wörter oder ein längeres.',
  'It is too short to be told from other words. Put another word to it, for example "hey" before it.':
    'Das ist zu kurz, um es von anderen Wörtern zu unterscheiden. Stell ein Wort dazu, zum Beispiel „hey“ davor.',
  'It is rather short; three syllables or two words are heard much better.':
    'Das ist recht kurz; drei Silben oder zwei Wörter sind viel besser zu hören.',
  'It is very long: Lares listens to two seconds at a time. Two or three words are enough.':
    'Das ist sehr lang: Lares hört immer zwei Sekunden. Zwei oder drei Wörter genügen.',
  'People say this word all day long, and each time Lares would wake. Take a rarer one, or a name.':
    'Dieses Wort fällt den ganzen Tag, und jedes Mal würde Lares wach. Nimm ein selteneres oder einen Namen.',
  'These are words that people often say; they may come together by chance. A rare word among them helps.':
    'Das sind häufige Wörter; sie können aus Zufall zusammenkommen. Ein seltenes Wort dazwischen hilft.',
  'The package sherpa-onnx-node, which runs the speech model that you installed, is not there.':
    'Das Paket sherpa-onnx-node fehlt, mit dem das Sprachmodell läuft, das du installiert hast.',
  'Install it with "npm install sherpa-onnx-node" in the folder of Lares.':
    'Installiere es mit „npm install sherpa-onnx-node“ im Ordner von Lares.',
  'the value "{0}" can not be spoken': 'der Wert „{0}“ lässt sich nicht aussprechen',
  'the range from {0} to {1} has {2} numbers, and 1 to {3} are possible':
    'der Bereich von {0} bis {1} hat {2} Zahlen, und 1 bis {3} sind möglich',
  'There is no sound file {0} at that place.': 'Dort ist keine Tondatei {0}.',
  'Give the whole path of a wav, flac or mp3 file that Lares may read.':
    'Gib den ganzen Pfad einer wav-, flac- oder mp3-Datei an, die Lares lesen darf.',
  "{0} can't be read as sound.": '{0} lässt sich nicht als Ton lesen.',
  'Give a whole wav, flac or mp3 file.': 'Gib eine ganze wav-, flac- oder mp3-Datei an.',
};
