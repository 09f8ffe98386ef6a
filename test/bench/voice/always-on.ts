import { inQuietRoom } from '../../../services/voice/sound/quiet-room.ts';
import { framesOf } from '../../../services/voice/sound/sound.ts';
import { benchPipeline, exhaust } from './bench-pipeline.ts';
import { processorSeconds, talkFor, type BenchEars } from './bench-ears.ts';

const SECONDS = 60;
const ROUNDS = 3;

/** The share of a core that the whole pipeline takes: in a quiet room, and where people talk without end. */
export async function alwaysOn(ears: BenchEars): Promise<readonly Record<string, string | number>[]> {
  const rooms = {
    'a quiet room': inQuietRoom(new Float32Array((SECONDS - 2) * 16_000)),
    'talk without end': inQuietRoom(await talkFor(SECONDS - 2)),
  };
  const rows: Record<string, string | number>[] = [];
  for (const [room, sound] of Object.entries(rooms)) {
    const frames = [...framesOf(sound)];
    const shares: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const pipeline = benchPipeline(ears);
      shares.push((await processorSeconds(() => exhaust(pipeline.hear(frames)))) / SECONDS);
    }
    rows.push({ room, 'share of a core': Math.min(...shares) });
  }
  return rows;
}
