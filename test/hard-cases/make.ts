import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type HardCase, HEIGHT, WIDTH } from './hard-case.ts';
import { lightCases } from './light-cases.ts';
import { outdoorCases } from './outdoor-cases.ts';
import { Picture } from './picture.ts';
import { filmedCases } from './filmed-cases.ts';
import { treeCases } from './tree-cases.ts';
import { writeSequence } from './sequence-writer.ts';

/*
 * Writes the hard cases for `lares eval motion` and `lares eval events`:
 *   node test/hard-cases/make.ts DIR [NAME...]
 * A case that is there already is left as it is. Those that need the clips in ../shared are left out where these are missing.
 */
const [folder, ...names] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node test/hard-cases/make.ts DIR [NAME...]');

function* picturesOf({ frames, paint }: HardCase): Generator<Picture> {
  const picture = new Picture(WIDTH, HEIGHT);
  for (let i = 0; i < frames; i++) {
    paint(picture, i);
    yield picture;
  }
}

for (const hard of [...treeCases, ...outdoorCases, ...lightCases]) {
  const target = join(folder, hard.name);
  if (existsSync(target) || (names.length > 0 && !names.includes(hard.name))) continue;
  await writeSequence(target, { ...hard, width: WIDTH, height: HEIGHT }, picturesOf(hard));
  process.stdout.write(`${hard.name}\n`);
}
for (const filmed of filmedCases) {
  const target = join(folder, filmed.name);
  if (!existsSync(filmed.film) || existsSync(target) || (names.length > 0 && !names.includes(filmed.name)))
    continue;
  await writeSequence(target, filmed, filmed.pictures());
  process.stdout.write(`${filmed.name}\n`);
}
