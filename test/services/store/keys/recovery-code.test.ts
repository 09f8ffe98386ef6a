import { expect, test } from 'vitest';
import { newRecoveryCode, readRecoveryCode } from '../../../../services/store/keys/recovery-code.ts';

test('a code is seven groups of four, never the same twice, and of all symbols', () => {
  const codes = Array.from({ length: 500 }, () => newRecoveryCode());
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/);
  expect(new Set(codes).size).toBe(500);
  expect(new Set(codes.join('')).size).toBe(33);
});

test('it is read however it is typed', () => {
  const code = '0123-4567-89AB-CDEF-GHJK-MNPQ-RST';
  const whole = newRecoveryCode();
  const symbols = whole.replaceAll('-', '');
  const read = { kind: 'code', symbols };
  expect(readRecoveryCode(whole)).toEqual(read);
  expect(readRecoveryCode(`  ${whole.toLowerCase().replaceAll('-', ' ')}\\n`.replace('\\n', '\n'))).toEqual(
    read,
  );
  expect(readRecoveryCode(symbols.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(read);
  expect(readRecoveryCode(symbols.replaceAll('0', 'O').replaceAll('1', 'I'))).toEqual(read);
  expect(readRecoveryCode(whole.replaceAll('-', '–'))).toEqual(read);
  expect(readRecoveryCode(code)).toEqual({ kind: 'no_code' });
  expect(readRecoveryCode('five small brown birds')).toEqual({ kind: 'no_code' });
});

test('each wrong symbol is noticed, and each two that changed places', () => {
  const symbols = newRecoveryCode().replaceAll('-', '');
  for (let at = 0; at < symbols.length; at += 1) {
    for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZU*') {
      const typed = symbols.slice(0, at) + other + symbols.slice(at + 1);
      if (typed !== symbols) expect(readRecoveryCode(typed)).toEqual({ kind: 'mistyped' });
    }
    const [a = '', b = ''] = symbols.slice(at, at + 2);
    const typed = symbols.slice(0, at) + b + a + symbols.slice(at + 2);
    if (b !== '' && typed !== symbols) expect(readRecoveryCode(typed)).toEqual({ kind: 'mistyped' });
  }
});
