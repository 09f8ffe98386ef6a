import { expect, it } from 'vitest';
import type { Event, EventChange } from '../../../services/contract/event.ts';
import { CameraId, EventId, PersonId } from '../../../services/contract/identifiers.ts';
import { type Arrival, Arrivals } from '../../../services/hub/arrivals.ts';
import { Signal } from '../../../services/hub/signal.ts';

const hall = CameraId.parse('hall');
const known = { kind: 'known', personId: PersonId.parse('anna'), name: 'Anna', confidence: 0.97 } as const;
const anna: Event = {
  id: EventId.parse('visit-1'),
  cameraId: hall,
  label: 'person',
  score: 0.9,
  box: { x: 0, y: 0, width: 0.2, height: 0.6 },
  beganAtMs: 1000,
  endedAtMs: null,
  identity: known,
  liveness: 0.9,
  hasSnapshot: true,
  hasFace: true,
};

function watching(camera: CameraId | null) {
  const changed = new Signal<EventChange>();
  const arrivals: Arrival[] = [];
  new Arrivals({ changed, camera: () => camera, now: () => 5000 }).came.listen((arrival) => {
    arrivals.push(arrival);
  });
  const tell = (event: Event, change: EventChange['change'] = 'updated') => {
    changed.send({ change, event });
  };
  return { arrivals, tell };
}

it('tells once a visit that somebody known is there, and not who', () => {
  const { arrivals, tell } = watching(hall);
  tell({ ...anna, identity: { kind: 'no_face' } }, 'began');
  tell(anna);
  tell({ ...anna, score: 0.95 });
  expect(arrivals).toEqual([{ atMs: 5000 }]);
  tell({ ...anna, endedAtMs: 6000 }, 'ended');
  tell({ ...anna, id: EventId.parse('visit-2') });
  expect(arrivals).toHaveLength(2);
});

const { liveness: _, ...unjudged } = anna;
it.each<[string, Event]>([
  ['a stranger', { ...anna, identity: { kind: 'unknown' } }],
  ['a name that is not sure', { ...anna, identity: { ...known, confidence: 0.9 } }],
  ['a picture of a face', { ...anna, liveness: 0.3 }],
  ['a face of which nobody knows whether it lives', unjudged],
  ['another camera', { ...anna, cameraId: CameraId.parse('garden') }],
])('tells nothing of %s', (_what, event) => {
  const { arrivals, tell } = watching(hall);
  tell(event);
  expect(arrivals).toEqual([]);
});

it('tells nothing where no camera was chosen', () => {
  const { arrivals, tell } = watching(null);
  tell(anna);
  expect(arrivals).toEqual([]);
});
