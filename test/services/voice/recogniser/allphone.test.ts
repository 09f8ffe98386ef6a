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

async function spoken(text: string): Promise<Int16Array> {
  const wav = await espeak(['--stdin', '--stdout', '-v', 'en-us', '-s', '140'], text);
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
  },
);
