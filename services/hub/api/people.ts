import { ByPerson, EnrolEvent, EnrolPhoto, RenamePerson } from '../../contract/api.ts';
import { newsOf } from '../news.ts';
import { inside, router } from './procedure.ts';

export const people = router({
  list: inside.query(({ ctx }) => ctx.house.people.list()),
  watch: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.people.changed, { signal, keep: 1, first: () => ctx.house.people.list() }),
  ),
  enrolEvent: inside.input(EnrolEvent).mutation(({ ctx, input }) => ctx.house.people.enrolEvent(input)),
  enrolPhoto: inside.input(EnrolPhoto).mutation(({ ctx, input }) =>
    ctx.house.people.enrolPhoto({
      name: input.name,
      photo: new Uint8Array(Buffer.from(input.photo, 'base64')),
    }),
  ),
  rename: inside.input(RenamePerson).mutation(({ ctx, input }) => ctx.house.people.rename(input)),
  remove: inside.input(ByPerson).mutation(({ ctx, input }) => ctx.house.people.remove(input.personId)),
});
