import { expect, it } from 'vitest';
import { isolated } from '../../../renderer/words/isolated.ts';
import { en } from '../../../renderer/words/en.ts';

it.each(['Anna', 'Jörg 🐕', 'Ольга', '王芳', '<b>', ''])('leaves “%s” as it is', (name) => {
  expect(isolated(name)).toBe(name);
});

it.each(['فاطمة', 'דוד', 'Anna \u202Egnp.exe'])('sets “%s” apart from its sentence', (name) => {
  expect(isolated(name)).toBe(`\u2068${name}\u2069`);
});

it('keeps a figure behind a name from right to left where it belongs', () => {
  expect(en.event.sure.likely('فاطمة', '87%')).toBe('Very likely \u2068فاطمة\u2069 (87%)');
});
