import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../../services/contract/identifiers.ts';
import { consent, goodFace, startHousehold } from '../../../fixtures/household.ts';
import { mostNotThem } from '../../../../services/store/not-them.ts';
import { filesIn } from '../../store/scratch.ts';

/** Surely of who looks towards [1, 0], for a model that nobody measured, and another picture: their cosine is 0.985. */
const another = [0.985, Math.sqrt(1 - 0.985 ** 2)] as const;

/** Photos look towards [1, 0] for the new embedder too, and visits beside it. */
const describeCrop = (crop: Uint8Array) => {
  const isPhoto = Buffer.from(crop).includes('photo');
  const read = goodFace('', isPhoto ? [1, 0] : another);
  return Promise.resolve({ ok: true as const, value: { ...read, modelId: 'new', crop } });
};

async function withAnna() {
  const house = startHousehold({ describeCrop });
  const anna = await house.enrolment.enrolPhoto({ name: 'Anna', consent, photo: Uint8Array.of(1, 0) });
  const taken = (personId: PersonId = anna.id) => ({
    identity: { kind: 'known' as const, personId, name: 'Anna', confidence: 0.8 },
  });
  const facesOf = (id: PersonId = anna.id) => house.people.get(id).faces.map(({ origin }) => origin);
  return { ...house, anna, taken, facesOf };
}

describe('a confirmed sighting', () => {
  it('improves the gallery, and is sure', async () => {
    const { corrections, people, events, visitBy, taken, facesOf } = await withAnna();
    const told: number[] = [];
    people.changed.listen((list) => told.push(list.length));
    const id = await visitBy('a-1', [...another], taken());
    expect(await corrections.confirm(id)).toEqual({ kind: 'admitted', replaces: null });
    expect(facesOf()).toEqual(['photo', 'sighting']);
    expect(events.get(id).identity).toMatchObject({ confidence: 1 });
    expect(told).toEqual([1]);
    expect(await corrections.confirm(id)).toEqual({ kind: 'refused', why: 'nothing_new' });
  });

  it('that is refused changes nothing', async () => {
    const { corrections, people, visitBy, see, taken, facesOf, dataDirectory } = await withAnna();
    const unlike = await visitBy('a-1', [0.5, Math.sqrt(0.75)], taken());
    const poor = await see('a-2', { face: { ...goodFace('x', [1, 0]), quality: 0.1 } }, taken());
    const none = await see('a-3', {}, taken());
    const gallery = people.gallery();
    const files = filesIn(dataDirectory).length;
    expect(await corrections.confirm(unlike)).toEqual({ kind: 'refused', why: 'too_unlike' });
    expect(await corrections.confirm(poor)).toEqual({ kind: 'refused', why: 'poor_picture' });
    expect(await corrections.confirm(none)).toEqual({ kind: 'refused', why: 'poor_picture' });
    expect([people.gallery(), facesOf(), filesIn(dataDirectory).length]).toEqual([gallery, ['photo'], files]);
  });

  it('takes the place of another when the gallery is full, and the files follow', async () => {
    const { corrections, enrolment, people, visitBy, taken, anna, dataDirectory } = await withAnna();
    // Each pair is one look, twice: the second half of the visits shows others, which are worth more.
    const look = (side: number, more: number) =>
      Array.from({ length: 24 }, (_, n) => (n === 0 ? 0.985 : n === side ? 0.149 : n === 23 ? more : 0));
    const looks = Array.from({ length: 18 }, (_, n) =>
      n < 12 ? look(1 + (n >> 1), n % 2 === 0 ? 0.087 : -0.087) : look(n, 0.087),
    );
    await enrolment.enrolPhoto({
      name: 'Anna',
      photo: Uint8Array.of(1, ...Array.from({ length: 23 }, () => 0)),
    });
    const admissions = [];
    for (const [n, values] of looks.entries())
      admissions.push(await corrections.confirm(await visitBy(`a-${n}`, values, taken())));
    expect(admissions.map((each) => each.kind === 'admitted' && each.replaces !== null)).toEqual(
      looks.map((_, n) => n >= 12),
    );
    const { faces } = people.get(anna.id);
    expect(faces.map(({ origin }) => origin)).toEqual([
      'photo',
      'photo',
      ...Array.from({ length: 12 }, () => 'sighting'),
    ]);
    const pictures = await Promise.all(faces.map(({ id }) => people.face(id)));
    expect(pictures.every((picture) => picture !== null)).toBe(true);
    // Two pictures of each visit and one of each face: none is left behind.
    expect(filesIn(`${dataDirectory}/vault`)).toHaveLength(2 * looks.length + faces.length);
  });

  it('from before the embedder changed is read again first', async () => {
    const { corrections, people, reEnrolment, visitBy, taken, facesOf } = await withAnna();
    const id = await visitBy('a-1', [0, 1], taken());
    reEnrolment.embedderKnown('new');
    await reEnrolment.settled();
    expect(await corrections.confirm(id)).toEqual({ kind: 'admitted', replaces: null });
    expect(facesOf()).toEqual(['photo', 'sighting']);
    const models = people.gallery().flatMap(({ descriptors }) => descriptors.map(({ modelId }) => modelId));
    expect(models).toEqual(['new', 'new']);
  });

  it('needs a name, and somebody who stays', async () => {
    const { corrections, leaving, visitBy, taken, anna } = await withAnna();
    const nobody = await visitBy('a-1', [1, 0]);
    await expect(corrections.confirm(nobody)).rejects.toMatchObject({
      code: 'bad_input',
      message: 'Nobody was recognised in this event.',
    });
    const id = await visitBy('a-2', [...another], taken());
    leaving.remove(anna.id);
    await expect(corrections.confirm(id)).rejects.toMatchObject({
      message: 'This person is about to be erased.',
    });
    await leaving.stop();
  });
});

describe('not them', () => {
  it('makes the visit unknown and its face an anchor', async () => {
    const { corrections, people, events, visitBy, taken } = await withAnna();
    const id = await visitBy('a-1', [0.8, 0.6], taken());
    const event = await corrections.notThem(id);
    expect([event.identity, events.get(id).identity]).toEqual([{ kind: 'unknown' }, { kind: 'unknown' }]);
    expect(people.gallery()).toMatchObject([{ notThem: [{ values: Float32Array.of(0.8, 0.6) }] }]);
    await expect(corrections.notThem(id)).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('holds against what vision says of the visit later', async () => {
    const { corrections, events, see, taken } = await withAnna();
    const id = await see('a-1', { face: goodFace('a', [0.8, 0.6]) }, taken());
    await corrections.notThem(id);
    events.updated({ event: { ...events.get(id), ...taken() } });
    await events.settled();
    expect(events.get(id).identity).toEqual({ kind: 'unknown' });
  });

  it('takes back what was learnt from the visit, but never the last face', async () => {
    const { corrections, enrolment, visitBy, taken, facesOf, store } = await withAnna();
    const id = await visitBy('a-1', [...another], taken());
    await corrections.confirm(id);
    expect(facesOf()).toEqual(['photo', 'sighting']);
    await corrections.notThem(id);
    expect(facesOf()).toEqual(['photo']);
    const only = await visitBy('a-2', [0, 1]);
    const ben = await enrolment.enrolEvent({ eventId: only, name: 'Ben', consent });
    await expect(corrections.notThem(only)).rejects.toMatchObject({ code: 'bad_input' });
    expect([facesOf(ben.id), store.notThem.of(ben.id)]).toEqual([['event'], []]);
  });

  it('is remembered of so many faces only, the newest', async () => {
    const { corrections, store, visitBy, taken, anna, clock, dataDirectory } = await withAnna();
    for (let n = 0; n < mostNotThem + 3; n += 1) {
      clock.ms += 1;
      await corrections.notThem(await visitBy(`a-${n}`, [n, 1], taken()));
    }
    expect(store.notThem.of(anna.id).map(({ values }) => values[0])).toEqual(
      Array.from({ length: mostNotThem }, (_, n) => n + 3),
    );
    expect(filesIn(`${dataDirectory}/vault`)).toHaveLength(1 + 2 * (mostNotThem + 3) + mostNotThem);
  });
});
