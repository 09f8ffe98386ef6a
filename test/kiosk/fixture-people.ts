import { initTRPC, TRPCError } from '@trpc/server';
import {
  ByCamera,
  ByEvent,
  ByGroup,
  ByPerson,
  EnrolEvent,
  EnrolPhoto,
  EnrolPortrait,
  GiveConsent,
  MergePeople,
  NameGroup,
  RemoveFace,
  RenamePerson,
  SplitPerson,
} from '../../services/contract/api.ts';
import type { Event } from '../../services/contract/event.ts';
import { FaceId, PersonId } from '../../services/contract/identifiers.ts';
import type { Consent, EnrolledFace, FaceOrigin, Person } from '../../services/contract/person.ts';
import { newsOf } from '../../services/hub/news.ts';
import type { FixtureHouse } from './fixture-house.ts';

const t = initTRPC.context<{ readonly house: FixtureHouse }>().create();

const inside = t.procedure.use(async ({ ctx, path, getRawInput, next, type }) => {
  if (type === 'mutation') {
    const asked = JSON.stringify(await getRawInput());
    ctx.house.asked.push(`${path} ${asked.replace(/"photo":"[^"]*"/, '"photo":"…"')}`.slice(0, 300));
    if (ctx.house.peopleTrouble !== null) refuse(ctx.house.peopleTrouble);
  }
  return next({ ctx });
});

export function refuse(message: string): never {
  throw new TRPCError({ code: 'BAD_REQUEST', message });
}

export function eventOf(house: FixtureHouse, id: string): Event {
  return house.events.find((event) => event.id === id) ?? refuse('This event was deleted.');
}

function personOf(house: FixtureHouse, id: string): Person {
  return house.people.find((person) => person.id === id) ?? refuse('This person is not enrolled any more.');
}

export function slugOf(name: string): string {
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_|_$/g, '')
      .slice(0, 60) || 'x'
  );
}

function put(house: FixtureHouse, person: Person): Person {
  const isKnown = house.people.some(({ id }) => id === person.id);
  house.putPeople(
    isKnown ? house.people.map((each) => (each.id === person.id ? person : each)) : [...house.people, person],
  );
  return person;
}

/** As the hub does: somebody new needs consent, and a known name gets the faces. */
function enrol(house: FixtureHouse, named: EnrolNamed, faces: readonly EnrolledFace[]): Person {
  const known = house.people.find((person) => person.name === named.name);
  if (known !== undefined)
    return put(house, {
      ...known,
      faces: [...known.faces, ...faces],
      consent: known.consent ?? withTime(named.consent),
    });
  if (named.consent === undefined) refuse('Nobody said that they agree. Record the consent first.');
  return put(house, {
    id: PersonId.parse(slugOf(named.name)),
    name: named.name,
    enrolledAtMs: Date.now(),
    consent: withTime(named.consent),
    faces,
    advice: [{ want: 'any', count: 2 }],
    leavesAtMs: null,
  });
}

interface EnrolNamed {
  readonly name: string;
  readonly consent?: Consent | undefined;
}

function withTime(consent: Consent | undefined): Person['consent'] {
  return consent === undefined ? null : { ...consent, atMs: Date.now() };
}

let faces = 0;

/** A new face; its picture is the fourth look, from the front. */
function newFace(origin: FaceOrigin): EnrolledFace {
  faces += 1;
  return {
    id: FaceId.parse(`face-${20 * faces + 103}`),
    origin,
    addedAtMs: Date.now(),
    quality: 0.8,
    pose: { yaw: 0, pitch: 0, roll: 0 },
    isUsed: true,
  };
}

function nameEvent(house: FixtureHouse, event: Event, person: Person): void {
  const identity = { kind: 'known', personId: person.id, name: person.name, confidence: 1 } as const;
  house.putEvent({ ...event, identity }, 'updated');
}

/** The people of the fixture hub, with the contract's own inputs. */
export const fixturePeople = t.router({
  list: inside.query(({ ctx }) => ctx.house.people),
  watch: inside.subscription(({ ctx, signal }) => newsOf(ctx.house.peopleChanged, { signal, keep: 1 })),
  enrolEvent: inside.input(EnrolEvent).mutation(({ ctx, input }) => {
    const person = enrol(ctx.house, input, [newFace('event')]);
    nameEvent(ctx.house, eventOf(ctx.house, input.eventId), person);
    return person;
  }),
  enrolPhoto: inside.input(EnrolPhoto).mutation(({ ctx, input }) => {
    if (ctx.house.visionTrouble !== null) refuse(ctx.house.visionTrouble);
    // The test's way to say that a photo has no face.
    if (Buffer.from(input.photo, 'base64').toString('latin1').includes('no face'))
      refuse('There is no face in this photo. Choose one where the face can be seen.');
    return enrol(ctx.house, input, [newFace('photo')]);
  }),
  portrait: inside.input(ByCamera).subscription(async function* ({ ctx, signal }) {
    if (ctx.house.portraitTrouble !== null) refuse(ctx.house.portraitTrouble);
    ctx.house.portraits += 1;
    try {
      yield* newsOf(ctx.house.portraitSeen, { signal, keep: 5, first: () => ctx.house.portrait });
    } finally {
      ctx.house.portraits -= 1;
    }
  }),
  enrolPortrait: inside.input(EnrolPortrait).mutation(({ ctx, input }) =>
    enrol(
      ctx.house,
      input,
      ctx.house.portrait.taken.map(() => newFace('camera')),
    ),
  ),
  consent: inside
    .input(GiveConsent)
    .mutation(({ ctx, input }) =>
      put(ctx.house, { ...personOf(ctx.house, input.personId), consent: withTime(input.consent) }),
    ),
  rename: inside.input(RenamePerson).mutation(({ ctx, input }) => {
    if (ctx.house.people.some((person) => person.name === input.name && person.id !== input.personId))
      refuse('Somebody has that name already. Choose another one.');
    return put(ctx.house, { ...personOf(ctx.house, input.personId), name: input.name });
  }),
  merge: inside.input(MergePeople).mutation(({ ctx, input }) => {
    const [gone, into] = [personOf(ctx.house, input.personId), personOf(ctx.house, input.into)];
    ctx.house.putPeople(ctx.house.people.filter((each) => each !== gone));
    return put(ctx.house, { ...into, faces: [...into.faces, ...gone.faces] });
  }),
  split: inside.input(SplitPerson).mutation(({ ctx, input }) => {
    const person = personOf(ctx.house, input.personId);
    const isTheirs = ({ id }: EnrolledFace) => input.faceIds.includes(id);
    const other = enrol(ctx.house, input, person.faces.filter(isTheirs));
    put(ctx.house, { ...person, faces: person.faces.filter((face) => !isTheirs(face)) });
    return other;
  }),
  removeFace: inside.input(RemoveFace).mutation(({ ctx, input }) => {
    const person = personOf(ctx.house, input.personId);
    if (person.faces.length === 1) refuse('This is the only face. Erase the person instead.');
    return put(ctx.house, { ...person, faces: person.faces.filter(({ id }) => id !== input.faceId) });
  }),
  confirm: inside.input(ByEvent).mutation(({ ctx, input }) => {
    const event = eventOf(ctx.house, input.eventId);
    if (event.identity.kind === 'known')
      nameEvent(ctx.house, event, personOf(ctx.house, event.identity.personId));
    return ctx.house.admission;
  }),
  notThem: inside.input(ByEvent).mutation(({ ctx, input }) => {
    const event: Event = { ...eventOf(ctx.house, input.eventId), identity: { kind: 'unknown' } };
    ctx.house.putEvent(event, 'updated');
    return event;
  }),
  seenBefore: inside.input(ByEvent).query(({ ctx, input }) => {
    const event = eventOf(ctx.house, input.eventId);
    const { identity } = event;
    return ctx.house.events.filter(
      (each) =>
        each.beganAtMs < event.beganAtMs &&
        each.hasFace &&
        each.identity.kind === identity.kind &&
        (each.identity.kind !== 'known' ||
          identity.kind !== 'known' ||
          each.identity.personId === identity.personId),
    );
  }),
  unknown: inside.query(({ ctx }) => (ctx.house.settings.vision.groupUnknown ? ctx.house.groups : [])),
  nameGroup: inside.input(NameGroup).mutation(({ ctx, input }) => {
    const group =
      ctx.house.groups.find(({ id }) => id === input.groupId) ?? refuse('This face was forgotten.');
    const person = enrol(ctx.house, input, [newFace('event')]);
    for (const id of group.eventIds) nameEvent(ctx.house, eventOf(ctx.house, id), person);
    ctx.house.groups = ctx.house.groups.filter((each) => each !== group);
    return person;
  }),
  forgetGroup: inside.input(ByGroup).mutation(({ ctx, input }) => {
    ctx.house.groups = ctx.house.groups.filter(({ id }) => id !== input.groupId);
  }),
  remove: inside.input(ByPerson).mutation(({ ctx, input }) => {
    const { eraseAfterMs } = ctx.house;
    const leaves = put(ctx.house, {
      ...personOf(ctx.house, input.personId),
      leavesAtMs: Date.now() + eraseAfterMs,
    });
    setTimeout(() => {
      const { people } = ctx.house;
      if (people.find(({ id }) => id === leaves.id)?.leavesAtMs !== leaves.leavesAtMs) return;
      ctx.house.putPeople(people.filter(({ id }) => id !== leaves.id));
    }, eraseAfterMs).unref();
    return leaves;
  }),
  keep: inside
    .input(ByPerson)
    .mutation(({ ctx, input }) =>
      put(ctx.house, { ...personOf(ctx.house, input.personId), leavesAtMs: null }),
    ),
});
