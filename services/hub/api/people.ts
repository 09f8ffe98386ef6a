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
import { newsOf } from '../news.ts';
import { inside, router } from './procedure.ts';

export const people = router({
  list: inside.query(({ ctx }) => ctx.house.people.list()),
  watch: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.people.changed, { signal, keep: 1, first: () => ctx.house.people.list() }),
  ),
  enrolEvent: inside.input(EnrolEvent).mutation(({ ctx, input }) => ctx.house.enrolment.enrolEvent(input)),
  enrolPhoto: inside.input(EnrolPhoto).mutation(({ ctx, input: { photo, ...named } }) =>
    ctx.house.enrolment.enrolPhoto({
      ...named,
      photo: new Uint8Array(Buffer.from(photo, 'base64')),
    }),
  ),
  portrait: inside
    .input(ByCamera)
    .subscription(({ ctx, input, signal }) => ctx.house.portraits.watch(input.cameraId, signal)),
  enrolPortrait: inside
    .input(EnrolPortrait)
    .mutation(({ ctx, input }) => ctx.house.enrolment.enrolPortrait(input)),
  consent: inside.input(GiveConsent).mutation(({ ctx, input }) => ctx.house.people.giveConsent(input)),
  rename: inside.input(RenamePerson).mutation(({ ctx, input }) => ctx.house.people.rename(input)),
  merge: inside.input(MergePeople).mutation(({ ctx, input }) => ctx.house.people.merge(input)),
  split: inside.input(SplitPerson).mutation(({ ctx, input }) => ctx.house.enrolment.split(input)),
  removeFace: inside.input(RemoveFace).mutation(({ ctx, input }) => ctx.house.people.removeFace(input)),
  confirm: inside.input(ByEvent).mutation(({ ctx, input }) => ctx.house.corrections.confirm(input.eventId)),
  notThem: inside.input(ByEvent).mutation(({ ctx, input }) => ctx.house.corrections.notThem(input.eventId)),
  seenBefore: inside
    .input(ByEvent)
    .query(({ ctx, input }) => ctx.house.unknownPeople.seenBefore(input.eventId)),
  unknown: inside.query(({ ctx }) => ctx.house.unknownPeople.list()),
  nameGroup: inside.input(NameGroup).mutation(({ ctx, input }) => ctx.house.unknownPeople.name(input)),
  forgetGroup: inside
    .input(ByGroup)
    .mutation(({ ctx, input }) => ctx.house.unknownPeople.forget(input.groupId)),
  remove: inside.input(ByPerson).mutation(({ ctx, input }) => ctx.house.leaving.remove(input.personId)),
  keep: inside.input(ByPerson).mutation(({ ctx, input }) => ctx.house.leaving.keep(input.personId)),
});
