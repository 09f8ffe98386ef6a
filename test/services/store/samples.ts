import type { Visit } from '../../../services/contract/event.ts';
import { CameraId, EventId } from '../../../services/contract/identifiers.ts';
import type { FaceDescriptor } from '../../../services/contract/person.ts';

/** The first and last bytes that every JPEG has, around bytes that no cipher would give by chance. */
export function jpegOf(text: string): Uint8Array {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    Buffer.from(`JFIF ${text}`.repeat(50)),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export function visit(id: string, changes: Partial<Visit['event']> = {}): Visit['event'] {
  return {
    id: EventId.parse(id),
    cameraId: CameraId.parse('front_door'),
    label: 'person',
    score: 0.75,
    box: { x: 0.25, y: 0.125, width: 0.5, height: 0.5 },
    beganAtMs: 1_700_000_000_000,
    endedAtMs: null,
    identity: { kind: 'no_face' },
    ...changes,
  };
}

export function face(crop = 'a face', values = [0.5, -0.25, 1, 0]): FaceDescriptor {
  return {
    modelId: 'test-embedder',
    dimension: values.length,
    metric: 'cosine',
    values: Float32Array.from(values),
    crop: jpegOf(crop),
  };
}
