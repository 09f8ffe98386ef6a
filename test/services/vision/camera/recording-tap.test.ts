import { describe, expect, it } from 'vitest';
import type { VideoConfig } from '../../../../services/contract/video.ts';
import { RecordingTap } from '../../../../services/vision/camera/recording-tap.ts';

const config: VideoConfig = { codec: 'avc1.640028', width: 640, height: 360, description: Uint8Array.of(1) };

/** A tap into which a picture a second flows, a key frame each second one; what it says is written down. */
function running() {
  let second = 0;
  const said: string[] = [];
  const tap = new RecordingTap(
    (news) => said.push(news.kind === 'picture' ? `${news.picture.number}` : news.kind),
    () => second * 1000,
  );
  const flow = (seconds: number) => {
    for (let left = seconds; left > 0; left -= 1, second += 1)
      tap.take({ key: second % 2 === 0, timestampUs: 0, data: Uint8Array.of(second) });
  };
  return { tap, flow, said };
}

describe('what is recorded of a stream', () => {
  it('is nothing, and keeps nothing, unless somebody wishes it', () => {
    const { tap, flow, said } = running();
    tap.configure(config);
    flow(4);
    expect({ said, bytes: tap.ring.bytes }).toEqual({ said: [], bytes: 0 });
  });

  it('begins with what was kept of the moment, and goes on with what comes, until it is not wished any more', () => {
    const { tap, flow, said } = running();
    tap.configure(config);
    tap.wish({ keepMs: 60_000, fromMs: null });
    flow(6);
    tap.wish({ keepMs: 60_000, fromMs: 3000 });
    flow(1);
    tap.wish({ keepMs: 60_000, fromMs: 3000 });
    flow(1);
    tap.wish({ keepMs: 60_000, fromMs: null });
    flow(1);
    expect(said).toEqual(['config', '2', '3', '4', '5', '6', '7']);
  });

  it('ends with the connection, and begins again with the next one', () => {
    const { tap, flow, said } = running();
    tap.wish({ keepMs: 1000, fromMs: 0 });
    tap.forget();
    tap.configure(config);
    flow(1);
    tap.forget();
    tap.configure(config);
    flow(1);
    expect(said).toEqual(['config', '0', 'over', 'config', '1']);
  });
});
