// Makes resources/wake/negatives-learning.opus and negatives-judging.opus: freely licensed recordings that hold no wake phrase, one after
// the other. Owners' phrases are learnt against the one and judged by the other.
//
//   node scripts/wake/negatives.ts DATA [OUT]
//
// DATA has the folders voice/speech/librispeech-clean, voice/commands/speech and voice/noise/esc10. Two of five recordings (always the
// same ones) are for judging. Needs sox and ffmpeg with libopus.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isJudgedBy, learntFolders } from './recordings.ts';

const [data = '', out = join(import.meta.dirname, '../../resources/wake')] = process.argv.slice(2);
const format = ['-r', '16000', '-c', '1', '-b', '16'];
const coding = ['-c:a', 'libopus', '-b:a', '24k', '-map_metadata', '-1', '-fflags', '+bitexact'];
const run = promisify(execFile);

const folder = await mkdtemp(join(tmpdir(), 'negatives-'));
await mkdir(out, { recursive: true });
for (const use of ['learning', 'judging'] as const) {
  const recordings: string[] = [];
  for (const source of learntFolders) {
    const files = (await readdir(join(data, source.folder))).filter((name) => name.endsWith('.flac')).sort();
    const taken = files.filter((_, index) => source.takes(index));
    recordings.push(
      ...taken
        .filter((_, place) => isJudgedBy(place) === (use === 'judging'))
        .map((name) => join(data, source.folder, name)),
    );
  }
  const joined = join(folder, `${use}.flac`);
  await run('sox', [...recordings, ...format, joined]);
  await run('ffmpeg', ['-v', 'error', '-y', '-i', joined, ...coding, join(out, `negatives-${use}.opus`)]);
  console.log(`${use}: ${recordings.length} recordings`);
}
await rm(folder, { recursive: true });
