import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { soundOfWav, type Sound } from './wav.ts';

/** `heard`: the wake phrase was heard, go on. `not_understood`: it was no command. */
export type Chime = 'heard' | 'not_understood';

const SOUNDS = join(import.meta.dirname, '../../../resources/sounds');
const silence: Sound = { samples: new Float32Array(0), sampleRateHz: 16_000 };

/** The sounds that say something without words, in memory from the start, so that they begin at once. Made by `scripts/chimes.ts`. */
export class Chimes {
  readonly #sounds: Readonly<Record<Chime, Sound>>;

  constructor() {
    this.#sounds = { heard: read('heard'), not_understood: read('not-understood') };
  }

  sound(chime: Chime): Sound {
    return this.#sounds[chime];
  }
}

/** A house whose sound files are missing or damaged has no chime. */
function read(name: string): Sound {
  try {
    return soundOfWav(readFileSync(join(SOUNDS, `${name}.wav`))) ?? silence;
  } catch {
    return silence;
  }
}
