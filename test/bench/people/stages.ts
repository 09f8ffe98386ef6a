import { cut } from '../../../models/cut.ts';
import { openFaceDetector } from '../../../models/face-detector.ts';
import { openFaceEmbedder } from '../../../models/face-embedder.ts';
import { FaceLandmarks } from '../../../models/face-landmarks.ts';
import type { Picture } from '../../../models/image.ts';
import type { Box } from '../../../services/contract/box.ts';
import { CameraId } from '../../../services/contract/identifiers.ts';
import { viewsOfRegion } from '../../../services/vision/faces/face-views.ts';
import { type Face, FaceReader } from '../../../services/vision/faces/faces.ts';
import { FaceSearch } from '../../../services/vision/faces/face-search.ts';
import { Frame } from '../../../services/vision/frames.ts';
import { type Detection, ObjectFinder } from '../../../services/vision/objects.ts';
import { toPixels } from '../../../services/vision/pixel-region.ts';
import { regionsOf } from '../../../services/vision/regions.ts';
import { Tracker } from '../../../services/vision/tracks/tracks.ts';

/** A piece of what Lares does with a picture; done so many times over where it is too short for the clock. */
export interface Stage {
  readonly what: string;
  readonly work: () => unknown;
  readonly times?: number;
}

/** What is in a frame, as Lares finds it: one person, where their head is looked for, and the face there. */
interface Found {
  readonly region: Box;
  readonly head: Box;
  readonly face: Face;
}

/** All stages with the networks of a folder. Throws when nobody is found in the frame. */
export async function stagesOf(models: string, frame: Picture): Promise<readonly Stage[]> {
  const finder = await ObjectFinder.open(models);
  const reader = await FaceReader.open(models);
  const detector = await openFaceDetector(models);
  const landmarks = await FaceLandmarks.open(models);
  const embedder = await openFaceEmbedder(models);
  const found = await findSomebody(finder, reader, frame);
  const [view] = viewsOfRegion(toPixels(found.head, frame), detector.sideStep);
  if (view === undefined) throw new Error('a region without a view');
  const box = toPixels(found.face.box, frame);
  return [
    { what: 'objects in one region', work: () => finder.find(frame, found.region) },
    { what: "face detection in a person's box", work: () => detector.find(cut(frame, view.view, view)) },
    { what: 'landmarks, twice', work: () => landmarks.find(frame, box), times: 4 },
    { what: 'landmarks and quality', work: () => reader.faceIn(frame, box), times: 4 },
    { what: 'embedding, with flip', work: () => embedder.embed(frame, found.face.landmarks) },
    {
      what: 'ONE FACE found, aligned, embedded',
      work: async () => {
        const [face] = await reader.find(frame, found.head);
        if (face !== undefined) await embedder.embed(frame, face.landmarks);
      },
    },
    { what: 'tracker, 8 people walk', work: walkers(), times: 20 },
  ];
}

async function findSomebody(finder: ObjectFinder, reader: FaceReader, frame: Picture): Promise<Found> {
  const everything = await finder.find(frame, { x: 0, y: 0, width: 1, height: 1 });
  for (const person of everything.filter(({ label }) => label === 'person')) {
    const head = await headOf(person);
    const [face, ...others] = await reader.find(frame, head);
    const [region = person.box] = regionsOf([person.box], [], []);
    if (face !== undefined && others.length === 0) return { region, head, face };
  }
  throw new Error('nobody with one face was found in the frame');
}

/** Where the head of a person is looked for. */
async function headOf(person: Detection): Promise<Box> {
  let head = person.box;
  const search = new FaceSearch(() => ({
    find: (_, region = person.box) => {
      head = region;
      return Promise.resolve([]);
    },
    describe: () => Promise.reject(new Error('there is no face')),
  }));
  const blank = new Frame(0, { width: 2, height: 2, bytes: new Uint8Array(6) });
  await search.find(blank, [person], () => true);
  return head;
}

/** Each time the next frame of eight people who walk up and down. */
function walkers(): () => unknown {
  const tracker = new Tracker({ cameraId: CameraId.parse('bench') });
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  let step = 0;
  return () => {
    step += 1;
    const boxes = Array.from({ length: 8 }, (_, i) => ({
      x: 0.1 + 0.1 * i + 0.04 * Math.sin(step / 9 + i),
      y: 0.3,
      width: 0.06,
      height: 0.4,
    }));
    const sightings = boxes.map((box) => ({ label: 'person', score: 0.8, box, face: null }) as const);
    const look = { atMs: 200 * step, regions: [whole], moving: boxes, sightings };
    return tracker.follow({ ...look, identify: () => ({ kind: 'unknown' }) });
  };
}
