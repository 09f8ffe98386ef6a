import { describe, expect, it } from 'vitest';
import { PersonId } from '../../../../services/contract/identifiers.ts';
import { associate } from '../../../../services/vision/tracks/association.ts';

const at = (x: number, y = 0.3): { x: number; y: number; width: number; height: number } => ({
  x,
  y,
  width: 0.1,
  height: 0.4,
});
const person = (x: number, unseenMs = 200) => ({ label: 'person', box: at(x), unseenMs }) as const;
const seen = (x: number, score = 0.8) => ({ label: 'person', box: at(x), score }) as const;

describe('associate', () => {
  it('pairs two people who walk past each other with who is nearest', () => {
    const [left, right] = [person(0.3), person(0.45)];
    const [a, b] = [seen(0.47), seen(0.31)];
    expect(associate([left, right], [a, b])).toEqual([
      { track: left, detection: b },
      { track: right, detection: a },
    ]);
  });

  it('lets a low score go on with a track, but only in its place', () => {
    expect(associate([person(0.3)], [seen(0.31, 0.3)])).toHaveLength(1);
    expect(associate([person(0.3)], [seen(0.42, 0.3)])).toHaveLength(0);
  });

  it('prefers a high score to a low one that lies better', () => {
    const high = seen(0.33);
    expect(associate([person(0.3)], [seen(0.3, 0.3), high])[0]?.detection).toBe(high);
  });

  it('finds somebody again who was hidden for a moment, and not somebody far away', () => {
    expect(associate([person(0.3, 1500)], [seen(0.8)])).toHaveLength(1);
    expect(associate([person(0.3, 200)], [seen(0.8)])).toHaveLength(0);
  });

  it('lets a face decide between two who changed places, and clothes where no face is seen', () => {
    const [ada, bob] = [PersonId.parse('ada'), PersonId.parse('bob')];
    const places = [at(0.3), at(0.34)] as const;
    const known = [
      { ...person(0.3), personId: ada },
      { ...person(0.34), personId: bob },
    ] as const;
    const read = [
      { ...seen(0.31), personId: bob },
      { ...seen(0.33), personId: ada },
    ] as const;
    expect(
      associate(known, read).map(({ track, detection }) => [track.personId, detection.personId]),
    ).toEqual([
      [ada, ada],
      [bob, bob],
    ]);
    const [red, blue] = [Float32Array.of(1, 0, 1, 0), Float32Array.of(0, 1, 0, 1)];
    const worn = places.map((box, index) => ({ ...person(0), box, colours: index === 0 ? red : blue }));
    const shown = places.map((box, index) => ({ ...seen(0), box, colours: index === 0 ? blue : red }));
    expect(associate(worn, shown).every(({ track, detection }) => track.colours === detection.colours)).toBe(
      true,
    );
  });

  it('never takes a dog for its owner', () => {
    expect(associate([person(0.3)], [{ label: 'animal', box: at(0.3), score: 0.9 }])).toEqual([]);
  });
});
