import { expect, it } from 'vitest';
import { namingErrors } from '../../../../renderer/views/people/naming-errors.ts';

const draft = { name: 'Dora', agreed: true, giver: null, recordedBy: 'Anna' };
const none = { name: undefined, agreed: undefined, giver: undefined, recordedBy: undefined };

it('asks for the name alone when consent is there', () => {
  expect(namingErrors({ ...draft, name: ' ', agreed: false, recordedBy: '' }, false)).toEqual({
    name: 'A person needs a name.',
  });
});

it('asks who noted the consent, and for the tick', () => {
  expect(namingErrors(draft, true)).toEqual(none);
  expect(namingErrors({ ...draft, agreed: false, recordedBy: '  ' }, true)).toEqual({
    ...none,
    agreed: 'Tick this once they have agreed. Without it Lares keeps no face.',
    recordedBy: 'Say who notes the consent.',
  });
});

it('asks who agrees for a child', () => {
  expect(namingErrors({ ...draft, giver: '' }, true)).toEqual({
    ...none,
    giver: 'Say who agrees in their place.',
  });
  expect(namingErrors({ ...draft, giver: 'Clara' }, true)).toEqual(none);
});
