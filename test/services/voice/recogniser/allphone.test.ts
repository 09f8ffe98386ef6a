import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Allphone } from '../../../../services/voice/recogniser/allphone.ts';
import { modelFolder } from '../../../../services/voice/recogniser/pocketsphinx-library.ts';
import { espeak } from '../../../../services/voice/sound/espeak.ts';
import { inQuietRoom } from '../../../../services/voice/sound/quiet-room.ts';
import { decodeSound, int16Of } from '../../../../services/voice/sound/sound.ts';

const hasPrograms = ['espeak-ng', 'ffmpeg'].every(
  (program) => spawnSync(program, ['--help']).error === undefined,
);

async function spoken(text: string, voice = 'en-us'): Promise<Int16Array> {
  const wav = await espeak(['--stdin', '--stdout', '-v', voice, '-s', '140'], text);
  return int16Of(inQuietRoom(await decodeSound(wav)));
}

describe.skipIf(!hasPrograms || !existsSync(join(modelFolder(), 'en-us')))(
  'free phones (skipped without espeak-ng, ffmpeg or pocketsphinx-en-us)',
  { timeout: 60_000 },
  () => {
    test('all of a long piece is heard, also after whole utterances', async () => {
      const allphone = new Allphone();
      const long = await spoken(
        'the weather forecast says that it might rain later this afternoon in the hills',
      );
      const framesOfStream = (): number => {
        allphone.start();
        allphone.hear(long);
        allphone.end();
        return allphone.heard?.frames ?? 0;
      };
      // How much silence is left out hangs on the noise before; a piece that overruns the buffer loses more than half.
      const most = framesOfStream() * 0.8;
      expect(most).toBeGreaterThan(300);
      allphone.path(await spoken('good night'));
      expect(framesOfStream()).toBeGreaterThan(most);
      allphone.path(long);
      expect(framesOfStream()).toBeGreaterThan(most);
      allphone.close();
    });

    test('a sentence is heard alike as the first of all and after another voice from far away', async () => {
      const allphone = new Allphone();
      const hear = (sound: Int16Array): number => {
        allphone.start();
        for (let at = 0; at < sound.length; at += 512) allphone.hear(sound.subarray(at, at + 512));
        allphone.end();
        return allphone.heard?.score ?? NaN;
      };
      const sentence = (await spoken('turn on the kitchen light')).subarray(0, -16_000);
      const other = await spoken('the weather forecast says that it might rain later', 'en-us+m3');
      const far = other.map((_, i) => other.subarray(i, i + 4).reduce((sum, value) => sum + value / 8, 0));
      const first = hear(sentence);
      for (let times = 0; times < 3; times++) hear(far);
      // With a mean that is renewed between utterances only, the two are 5 % apart.
      expect(Math.abs(hear(sentence) / first - 1)).toBeLessThan(0.025);
      allphone.close();
    });
  },
);
