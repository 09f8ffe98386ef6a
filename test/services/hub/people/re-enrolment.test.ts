import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, Trouble } from '../../../../services/contract/trouble.ts';
import type { FaceDescriptor } from '../../../../services/contract/person.ts';
import { consent, startHousehold } from '../../../fixtures/household.ts';
import { face } from '../../store/samples.ts';
import { filesIn } from '../../store/scratch.ts';

type Describe = (crop: Uint8Array) => Promise<Answer<FaceDescriptor>>;

const readAgain: Describe = (crop) =>
  Promise.resolve({ ok: true, value: { ...face('another crop', [9, 9, 9]), modelId: 'new', crop } });
const noFace: Describe = () =>
  Promise.resolve({ ok: false, code: 'no_face', what: 'There is no face.', advice: 'Take another.' });
const away: Describe = () =>
  Promise.reject(new Trouble('unavailable', { what: 'Vision is away.', advice: 'Wait.' }));

/** Anna with two photos and one face that is not hers, and how crops are read, which may change. */
async function withAnna() {
  const crops: Uint8Array[] = [];
  const eyes = { describe: readAgain };
  const house = startHousehold({
    describeCrop: (crop) => {
      crops.push(crop);
      return eyes.describe(crop);
    },
  });
  const photo = Uint8Array.of(1, 0);
  await house.enrolment.enrolPhoto({ name: 'Anna', consent, photo });
  const anna = await house.enrolment.enrolPhoto({ name: 'Anna', photo });
  const eventId = await house.visitBy('a-1', [0.8, 0.6], {
    identity: { kind: 'known', personId: anna.id, name: 'Anna', confidence: 0.9 },
    // Visits without a name that are over are read again too; this one goes on.
    endedAtMs: null,
  });
  await house.corrections.notThem(eventId);
  const notices: string[] = [];
  house.notices.changed.listen((list) => notices.push(list.map(({ what }) => what).join()));
  const used = () => house.people.get(anna.id).faces.map(({ isUsed }) => isUsed);
  const models = () =>
    house.people
      .gallery()
      .flatMap(({ descriptors, notThem }) =>
        [...descriptors, ...(notThem ?? [])].map(({ modelId }) => modelId),
      );
  return { ...house, anna, eyes, crops, notices, used, models };
}

describe('re-enrolment', () => {
  it('reads every kept face again when the embedder is a new one, and says how far it is', async () => {
    const { reEnrolment, anna, people, crops, notices, used, models } = await withAnna();
    reEnrolment.embedderKnown('test-embedder');
    await reEnrolment.settled();
    expect([crops, used()]).toEqual([[], [true, true]]);
    reEnrolment.embedderKnown('new');
    expect(used()).toEqual([false, false]);
    await reEnrolment.settled();
    expect([used(), models()]).toEqual([
      [true, true],
      ['new', 'new', 'new'],
    ]);
    expect(crops.map((crop) => Buffer.from(crop))).toEqual(
      [face('photo'), face('photo'), face('a-1')].map(({ crop }) => Buffer.from(crop)),
    );
    expect(notices.map((what) => /\d of \d/.exec(what)?.[0])).toEqual([
      '0 of 3',
      '1 of 3',
      '2 of 3',
      undefined,
    ]);
    // The pictures that they were read from stay, for the next embedder.
    const [first] = anna.faces;
    if (first === undefined) throw new Error('a face was enrolled');
    expect(await people.face(first.id)).toEqual(Buffer.from(face('photo').crop));
    expect(people.get(anna.id).faces.map(({ id }) => id)).toEqual(anna.faces.map(({ id }) => id));
  });

  it('leaves a crop that can not be read, unused, and does not try it again', async () => {
    const { reEnrolment, people, eyes, crops, used } = await withAnna();
    eyes.describe = noFace;
    reEnrolment.embedderKnown('new');
    await reEnrolment.settled();
    expect([used(), crops.length]).toEqual([[false, false], 3]);
    people.touch();
    reEnrolment.embedderKnown('new');
    await reEnrolment.settled();
    expect(crops).toHaveLength(3);
    eyes.describe = readAgain;
    reEnrolment.embedderKnown('test-embedder');
    await reEnrolment.settled();
    expect(used()).toEqual([true, true]);
  });

  it('goes past a crop that the disk damaged', async () => {
    const { reEnrolment, enrolment, people, dataDirectory } = startHousehold({ describeCrop: readAgain });
    const photo = Uint8Array.of(1, 0);
    await enrolment.enrolPhoto({ name: 'Anna', consent, photo });
    for (const { path } of filesIn(join(dataDirectory, 'vault')))
      truncateSync(join(dataDirectory, 'vault', path), 20);
    const { id } = await enrolment.enrolPhoto({ name: 'Anna', photo });
    reEnrolment.embedderKnown('new');
    await reEnrolment.settled();
    expect(people.get(id).faces.map(({ isUsed }) => isUsed)).toEqual([false, true]);
  });

  it('keeps to a face until the embedder that was promised answers', async () => {
    const { reEnrolment, eyes, crops, used } = await withAnna();
    eyes.describe = (crop) => Promise.resolve({ ok: true, value: { ...face(), modelId: 'newer', crop } });
    reEnrolment.embedderKnown('new');
    await reEnrolment.settled();
    expect(crops).toHaveLength(1);
    eyes.describe = readAgain;
    reEnrolment.embedderKnown('new');
    await reEnrolment.settled();
    expect(used()).toEqual([true, true]);
  });

  it('waits when vision is away, and goes on when it is back', async () => {
    const { reEnrolment, people, eyes, crops, used, notices } = await withAnna();
    eyes.describe = away;
    reEnrolment.embedderKnown('new');
    await reEnrolment.settled();
    people.touch();
    await reEnrolment.settled();
    expect([crops.length, used()]).toEqual([1, [false, false]]);
    expect(notices.at(-1)).toBe('');
    eyes.describe = readAgain;
    reEnrolment.embedderKnown('new');
    await reEnrolment.settled();
    expect(used()).toEqual([true, true]);
  });

  it('reads the faces of visits without a name too, so that groups and searches go on', async () => {
    const { reEnrolment, unknownPeople, visitBy } = await withAnna();
    const first = await visitBy('b-1', [0, 1]);
    reEnrolment.embedderKnown('new');
    await reEnrolment.settled();
    const again = await visitBy('b-2', [0, 1], { beganAtMs: 1_700_000_009_000 });
    expect(unknownPeople.seenBefore(again)).toEqual([]);
    reEnrolment.embedderKnown('new');
    await reEnrolment.settled();
    expect(unknownPeople.seenBefore(again).map(({ id }) => id)).toContain(first);
  });

  it('takes faces in that come from an older embedder later', async () => {
    const { reEnrolment, enrolment, models } = await withAnna();
    reEnrolment.embedderKnown('new');
    await reEnrolment.settled();
    await enrolment.enrolPhoto({ name: 'Anna', photo: Uint8Array.of(1, 1) });
    await reEnrolment.settled();
    expect(models()).toEqual(['new', 'new', 'new', 'new']);
  });

  it('stops at once, and is not begun again', async () => {
    const { reEnrolment, crops, people } = await withAnna();
    reEnrolment.embedderKnown('new');
    await reEnrolment.stop();
    expect(crops.length).toBeLessThanOrEqual(1);
    people.touch();
    await reEnrolment.settled();
    expect(crops.length).toBeLessThanOrEqual(1);
  });
});
