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
} from '../../contract/api.ts';
import type { Person } from '../../contract/person.ts';
import { newsOf } from '../news.ts';
import { needs, router } from './procedure.ts';

/** Every way in which somebody becomes known leaves a line. */
const enrolling = needs('enrol').use(({ ctx, next }) =>
  next({
    ctx: {
      enrolled: async (enrolment: Promise<Person>): Promise<Person> => {
        const person = await enrolment;
        ctx.note('enrolled', { personId: person.id });
        return person;
      },
    },
  }),
);

export const people = router({
  list: needs('view_people').query(({ ctx }) => ctx.house.people.list()),
  watch: needs('view_people').subscription(({ ctx, signal }) =>
    newsOf(ctx.house.people.changed, { signal, keep: 1, first: () => ctx.house.people.list() }),
  ),
  enrolEvent: enrolling
    .input(EnrolEvent)
    .mutation(({ ctx, input }) => ctx.enrolled(ctx.house.enrolment.enrolEvent(input))),
  enrolPhoto: enrolling.input(EnrolPhoto).mutation(({ ctx, input: { photo, ...named } }) =>
    ctx.enrolled(
      ctx.house.enrolment.enrolPhoto({
        ...named,
        photo: new Uint8Array(Buffer.from(photo, 'base64')),
      }),
    ),
  ),
  portrait: needs('enrol')
    .input(ByCamera)
    .subscription(({ ctx, input, signal }) => ctx.house.portraits.watch(input.cameraId, signal)),
  enrolPortrait: enrolling
    .input(EnrolPortrait)
    .mutation(({ ctx, input }) => ctx.enrolled(ctx.house.enrolment.enrolPortrait(input))),
  consent: needs('enrol')
    .input(GiveConsent)
    .mutation(({ ctx, input }) => ctx.house.people.giveConsent(input)),
  rename: needs('enrol')
    .input(RenamePerson)
    .mutation(({ ctx, input }) => {
      const person = ctx.house.people.rename(input);
      ctx.note('renamed', { personId: person.id });
      return person;
    }),
  merge: needs('enrol')
    .input(MergePeople)
    .mutation(async ({ ctx, input }) => {
      const person = await ctx.house.people.merge(input);
      ctx.note('merged', { personId: person.id });
      return person;
    }),
  split: enrolling
    .input(SplitPerson)
    .mutation(({ ctx, input }) => ctx.enrolled(ctx.house.enrolment.split(input))),
  removeFace: needs('enrol')
    .input(RemoveFace)
    .mutation(({ ctx, input }) => ctx.house.people.removeFace(input)),
  confirm: needs('enrol')
    .input(ByEvent)
    .mutation(({ ctx, input }) => ctx.house.corrections.confirm(input.eventId)),
  notThem: needs('enrol')
    .input(ByEvent)
    .mutation(({ ctx, input }) => ctx.house.corrections.notThem(input.eventId)),
  seenBefore: needs('view_people')
    .input(ByEvent)
    .query(({ ctx, input }) => ctx.house.unknownPeople.seenBefore(input.eventId)),
  unknown: needs('view_people').query(({ ctx }) => ctx.house.unknownPeople.list()),
  nameGroup: enrolling
    .input(NameGroup)
    .mutation(({ ctx, input }) => ctx.enrolled(ctx.house.unknownPeople.name(input))),
  forgetGroup: needs('erase')
    .input(ByGroup)
    .mutation(({ ctx, input }) => ctx.house.unknownPeople.forget(input.groupId)),
  remove: needs('erase')
    .input(ByPerson)
    .mutation(({ ctx, input }) => {
      const person = ctx.house.leaving.remove(input.personId);
      ctx.note('erased', { personId: person.id });
      return person;
    }),
  keep: needs('enrol')
    .input(ByPerson)
    .mutation(({ ctx, input }) => {
      const person = ctx.house.leaving.keep(input.personId);
      ctx.note('kept', { personId: person.id });
      return person;
    }),
});
