import { expect, it } from 'vitest';
import { strengthOf } from '../../../../renderer/views/setup/passphrase-strength.ts';

it.each([
  ['', 'weak'],
  ['password', 'weak'],
  ['Passwort1!', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['1234567890', 'weak'],
  ['qwertz123456', 'weak'],
  ['sunshine sunshine', 'weak'],
  ['blue door', 'weak'],
  ['horse staple battery', 'fair'],
  ['kettle marble oblong finch', 'good'],
  ['kettle marble oblong finch tundra', 'strong'],
  ['Kessel Murmel Fink Tundra 7 Oblate!', 'strong'],
  ['x7!Kq2#vLw9$', 'strong'],
  ['x7!Kq2#v', 'fair'],
])('%j is %s', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toBe(strength);
});

it('knows no limit of length', () => {
  expect(strengthOf('🏠'.repeat(500))).toBe('weak');
  expect(strengthOf('a b '.repeat(250))).toBe('weak');
});
