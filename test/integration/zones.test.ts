import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CameraId } from '../../services/contract/identifiers.ts';
import type { Zone } from '../../services/contract/zone.ts';
import { demoClips, makeDemoClips } from '../../services/hub/demo/demo-clips.ts';
import { CameraZones } from '../../services/vision/zones/camera-zones.ts';
import { FaceSearch } from '../../services/vision/faces/face-search.ts';
import { MotionDetector } from '../../services/vision/motion/motion.ts';
import { ObjectSearch } from '../../services/vision/object-search.ts';
import { ObjectFinder } from '../../services/vision/objects.ts';
import { watch } from '../../services/vision/pipeline.ts';
import { Tracker } from '../../services/vision/tracks/tracks.ts';
import { compiledPack } from '../models/compiled-pack.ts';
import { zoneOf } from '../services/vision/zones/zone-samples.ts';
import { framesOfClip } from './clip-frames.ts';

const sensitivity = 0.5;

/** A visit as it was told, in seconds of the clip, with its snapshots. */
interface SeenVisit {
  readonly beganAt: number;
  readonly snapshots: Uint8Array[];
}

interface Watching {
  readonly visits: readonly SeenVisit[];
  /** A still picture of each second. */
  readonly stills: readonly Uint8Array[];
}

describe('zones at work on a clip: a woman comes from the left after 3 s and stays till 16 s, another from 23 s to 35 s', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lares-zones-'));
  let clip = '';
  let finder: ObjectFinder;

  beforeAll(async () => {
    await makeDemoClips({ directory: folder });
    clip = demoClips(folder).find(({ name }) => name === 'living-room')?.file ?? '';
    finder = await ObjectFinder.open(await compiledPack());
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function see(drawn: readonly Zone[]): Promise<Watching> {
    const zones = new CameraZones(
      { zones: [...drawn], sensitivity: { day: null, night: null } },
      sensitivity,
    );
    const visits = new Map<string, SeenVisit>();
    const stills: Uint8Array[] = [];
    await watch({
      frames: framesOfClip(clip),
      zones,
      motion: new MotionDetector({ sensitivity }),
      objects: new ObjectSearch(() => finder),
      faces: new FaceSearch(() => null),
      tracks: new Tracker({ cameraId: CameraId.parse('room') }),
      identify: () => ({ kind: 'unknown' }),
      rests: () => undefined,
      tell: async ({ frame, visits: news }) => {
        if (frame.atMs % 1000 === 0) stills.push(await frame.jpeg());
        for (const { event, picture } of news) {
          const began = { beganAt: event.beganAtMs / 1000, snapshots: [] };
          const visit = visits.get(event.id) ?? began;
          if (picture) visit.snapshots.push(await frame.jpeg());
          visits.set(event.id, visit);
        }
      },
    });
    return { visits: [...visits.values()], stills };
  }

  it('sees both women without zones', async () => {
    const { visits, stills } = await see([]);
    expect(visits.map(({ beganAt }) => Math.round(beganAt / 10))).toEqual([0, 2]);
    expect(visits.every(({ snapshots }) => snapshots.length > 0)).toBe(true);
    expect(stills.length).toBeGreaterThan(35);
  });

  it('makes no visit of who walks where motion is ignored', async () => {
    const { visits } = await see([zoneOf('ignore', { left: 0, top: 0.1, right: 1, bottom: 1 })]);
    expect(visits).toEqual([]);
  });

  it('makes no visit of who walks where nobody wants to watch', async () => {
    const { visits } = await see([zoneOf('include', { left: 0, top: 0, right: 1, bottom: 0.12 })]);
    expect(visits).toEqual([]);
  });

  it('waits for the minimum time of a zone', async () => {
    const floor = { left: 0, top: 0.7, right: 1, bottom: 1 };
    const [prompt, patient, never] = [
      await see([zoneOf('include', floor)]),
      await see([zoneOf('include', floor, { minimumTimeMs: 2000 })]),
      await see([zoneOf('include', floor, { minimumTimeMs: 30_000 })]),
    ];
    // They come at 3 s and at 23 s: nothing can have lasted two seconds before 5 s and 25 s.
    expect(prompt.visits.map(({ beganAt }) => beganAt < 5 || (beganAt > 20 && beganAt < 25))).toEqual([
      true,
      true,
    ]);
    expect(patient.visits.map(({ beganAt }) => Math.floor(beganAt))).toEqual([
      expect.toSatisfy((second: number) => second >= 5 && second < 9),
      expect.toSatisfy((second: number) => second >= 25 && second < 29),
    ]);
    expect(never.visits).toEqual([]);
  });

  it('has black where it is private in every snapshot and every still', async () => {
    const { visits, stills } = await see([
      zoneOf('privacy', { left: 0.3, top: 0.1, right: 0.5, bottom: 0.6 }),
    ]);
    const pictures = [...visits.flatMap(({ snapshots }) => snapshots), ...stills];
    expect(visits.length).toBeGreaterThan(0);
    for (const picture of pictures) {
      expect(Math.max(...(await pixelsOf(picture, 200)))).toBeLessThan(8);
      expect(Math.max(...(await pixelsOf(picture, 400)))).toBeGreaterThan(60);
    }
  });
});

/** The bytes of a piece of the picture as large as the private zone but for its edge, which JPEG blurs. */
async function pixelsOf(picture: Uint8Array, left: number): Promise<Uint8Array> {
  return sharp(picture).extract({ left, top: 44, width: 118, height: 164 }).raw().toBuffer();
}
