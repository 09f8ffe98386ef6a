import { describe, expect, it } from 'vitest';
import { PersonId } from '../../../services/contract/identifiers.ts';
import type { Identity } from '../../../services/contract/person.ts';
import { FRESH_MS, type FaceSighting, LEAST_LIVENESS, mayOpen } from '../../../services/hub/may-open.ts';

const nowMs = 1_700_000_000_000;

function anna(confidence: number): Identity {
  return { kind: 'known', personId: PersonId.parse('anna'), name: 'Anna', confidence };
}

function sighting(event: Partial<FaceSighting['event']> = {}, ageMs = 1000): FaceSighting {
  return {
    event: { label: 'person', identity: anna(0.99), liveness: 0.95, endedAtMs: null, ...event },
    seenAtMs: nowMs - ageMs,
  };
}

describe('what opens by a face', () => {
  it('opens for somebody known, living, and there now', () => {
    expect(mayOpen(sighting(), nowMs)).toEqual({ kind: 'allowed' });
    expect(mayOpen(sighting({ liveness: LEAST_LIVENESS }, FRESH_MS), nowMs)).toEqual({ kind: 'allowed' });
    expect(mayOpen(sighting({}, 0), nowMs)).toEqual({ kind: 'allowed' });
  });

  it.each([
    ['a photograph held to the camera', sighting({ liveness: 0.1 })],
    ['a face just short of living', sighting({ liveness: LEAST_LIVENESS - 0.001 })],
    ['a liveness that is no number', sighting({ liveness: Number.NaN })],
    ['an old sighting', sighting({}, FRESH_MS + 1)],
    ['a sighting from the future', sighting({}, -1)],
    ['a time that is no number', sighting({}, Number.NaN)],
    ['a visit that is over', sighting({ endedAtMs: nowMs })],
    ['somebody unknown', sighting({ identity: { kind: 'unknown' } })],
    ['nobody’s face', sighting({ identity: { kind: 'no_face' } })],
    ['a name that is not sure', sighting({ identity: anna(0.9) })],
    ['something else than a person', sighting({ label: 'vehicle' })],
  ])('stays shut for %s', (_, seen) => {
    expect(mayOpen(seen, nowMs)).toMatchObject({ kind: 'refused' });
  });

  it('stays shut when liveness was never judged, however sure the name is', () => {
    const { label, endedAtMs } = sighting().event;
    const seen = { event: { label, identity: anna(1), endedAtMs }, seenAtMs: nowMs };
    expect(mayOpen(seen, nowMs)).toEqual({
      kind: 'refused',
      text: 'I am not sure that a living face is there.',
    });
  });
});
