import { randomBytes } from 'node:crypto';

/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O, U, so that nothing is taken for something else. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 4;
/** 27 symbols of 5 bits, and one to check them. */
const dataSymbols = 27;
/** Crockford's: prime and more than 32, so that a wrong symbol, or two that changed places, change the remainder. */
const checkModulus = 37;

/** What was typed as a code: 28 symbols when it can be one, or why it can't. */
export type ReadCode =
  | { readonly kind: 'code'; readonly symbols: string }
  /** As long as a code, but at least one symbol is wrong. */
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'no_code' };

/**
 * A new recovery code, as it is printed: seven groups of four. 135 random bits, less a fifth of a bit, since codes whose check
 * symbol would be one of Crockford's five signs are drawn again.
 */
export function newRecoveryCode(): string {
  for (;;) {
    const data = Array.from(randomBytes(dataSymbols), (byte) => symbols[byte % symbols.length] ?? '').join(
      '',
    );
    const check = symbols[remainderOf(data)];
    if (check !== undefined) return grouped(data + check);
  }
}

/** In any case, with any spaces and hyphens, O for 0 and I or L for 1. */
export function readRecoveryCode(typed: string): ReadCode {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (text.length !== dataSymbols + 1) return { kind: 'no_code' };
  const right = Array.from(text).every((symbol) => symbols.includes(symbol));
  return right && symbols[remainderOf(text.slice(0, -1))] === text.at(-1)
    ? { kind: 'code', symbols: text }
    : { kind: 'mistyped' };
}

function remainderOf(data: string): number {
  return Array.from(data).reduce((rest, symbol) => (rest * 32 + symbols.indexOf(symbol)) % checkModulus, 0);
}

function grouped(text: string): string {
  return (text.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
}
