import type { TrainingOrder } from '../../../contract/voice-process.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A voice of a synthesiser with what makes it sound like another person: its height, its speed. */
export type SyntheticVoice =
  | {
      readonly engine: 'espeak-ng';
      readonly name: string;
      /** 0..99. */
      readonly pitch: number;
      /** How much the pitch goes up and down, in percent of the usual. */
      readonly rangePercent: number;
      readonly wordsPerMinute: number;
    }
  | {
      readonly engine: 'flite' | 'festival';
      readonly name: string;
      readonly pitchHz: number;
      /** The spread of the pitch. */
      readonly pitchSpreadHz: number;
      /** Above 1 is slower. */
      readonly stretch: number;
    };
export type SpeechEngine = SyntheticVoice['engine'];

const accents = {
  en: [
    ...[
      'en-gb',
      'en-us',
      'en-us',
      'en-us',
      'en-gb-scotland',
      'en-gb-x-gbclan',
      'en-gb-x-rp',
      'en-gb-x-gbcwmd',
    ],
    ...['en-029', 'en-us-nyc'],
  ],
  de: ['de', 'de', 'de', 'de', 'en-us', 'en-gb', 'nl'],
} as const;

/** Espeak-ng's variants, without robots, whispers and those that croak. */
const variants =
  `Alex Alicia Andrea Andy Annie Denis Diogo Gene Gene2 Henrique Hugo Jacky Lee Marco Mario Michael Mike Nguyen RicishayMax
  RicishayMax2 RicishayMax3 Storm adam anika announcer antonio aunty belinda benjamin boris caleb david ed edward edward2 f1 f2 f3
  f4 f5 grandma grandpa gustave iven iven2 iven3 iven4 john kaukovalta klatt klatt2 klatt3 klatt4 linda m1 m2 m3 m4 m5 m6 m7 m8
  marcelo max michel miguel norbert pablo paul pedro quincy rob robert sandro shelby steph steph2 steph3 travis victor zac`.split(
    /\s+/,
  );
/** Variants that no training uses, so that what it learnt is judged by voices that are new to it. */
const isLeftOut = (name: string): boolean =>
  /^(f3|m4|Andrea|david|steph2|klatt3|quincy|belinda|max|m7)$/.test(name);

const fliteVoices = { awb: 130, rms: 100, slt: 180, kal16: 110 } as const;
const festivalVoices = { kal_diphone: 105, ked_diphone: 105, cmu_us_slt_arctic_hts: 180 } as const;

/** Which voices: those for training, those left out to judge by, or any. */
export type VoiceChoice = 'trained' | 'left out';

/** A voice of an engine. Only espeak-ng leaves voices out, and only espeak-ng speaks other languages than English. */
export function drawVoice(
  engine: SpeechEngine,
  who: { readonly language: TrainingOrder['language']; readonly choice: VoiceChoice },
  random: SeededRandom,
): SyntheticVoice {
  switch (engine) {
    case 'espeak-ng':
      return espeakVoice(who, random);
    case 'flite':
      return unitVoice(engine, fliteVoices, random);
    case 'festival':
      return unitVoice(engine, festivalVoices, random);
  }
}

function espeakVoice(
  who: { readonly language: TrainingOrder['language']; readonly choice: VoiceChoice },
  random: SeededRandom,
): SyntheticVoice {
  const chosen = variants.filter((name) => isLeftOut(name) === (who.choice === 'left out'));
  const accent = random.pick(accents[who.language]);
  return {
    engine: 'espeak-ng',
    name: `${accent}+${random.pick(chosen)}`,
    pitch: random.below(71) + 15,
    rangePercent: random.below(120) + 40,
    wordsPerMinute: random.below(100) + 115,
  };
}

function unitVoice(
  engine: 'flite' | 'festival',
  voices: Readonly<Record<string, number>>,
  random: SeededRandom,
): SyntheticVoice {
  const [name, usualHz] = random.pick(Object.entries(voices));
  return {
    engine,
    name,
    pitchHz: Math.round(usualHz * random.between(0.75, 1.35)),
    pitchSpreadHz: Math.round(random.between(8, 28)),
    stretch: Math.round(random.between(0.75, 1.35) * 100) / 100,
  };
}
