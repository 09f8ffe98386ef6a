import { espeak } from '../sound/espeak.ts';

/**
 * espeak-ng's phonemes of US English in IPA and the phones of CMUdict that sound nearest, longest first where one begins
 * another. Sounds of other languages, which names bring along, get the nearest English one.
 */
const phones: readonly (readonly [string, string])[] = [
  ['aɪɚ', 'AY ER'],
  ['aɪə', 'AY AH'],
  ['oːɹ', 'AO R'],
  ['ɔːɹ', 'AO R'],
  ['ɑːɹ', 'AA R'],
  ['ɛɹ', 'EH R'],
  ['ɪɹ', 'IH R'],
  ['ʊɹ', 'UH R'],
  ['tʃ', 'CH'],
  ['dʒ', 'JH'],
  ['aɪ', 'AY'],
  ['aʊ', 'AW'],
  ['eɪ', 'EY'],
  ['ɔɪ', 'OY'],
  ['oʊ', 'OW'],
  ['əʊ', 'OW'],
  ['iə', 'IY AH'],
  ['ɐ', 'AH'],
  ['ə', 'AH'],
  ['ᵻ', 'IH'],
  ['ɜ', 'ER'],
  ['ɚ', 'ER'],
  ['ɑ', 'AA'],
  ['ɒ', 'AA'],
  ['ɔ', 'AO'],
  ['o', 'OW'],
  ['æ', 'AE'],
  ['a', 'AE'],
  ['ʌ', 'AH'],
  ['ɛ', 'EH'],
  ['e', 'EY'],
  ['i', 'IY'],
  ['ɪ', 'IH'],
  ['u', 'UW'],
  ['ʊ', 'UH'],
  ['y', 'UW'],
  ['b', 'B'],
  ['d', 'D'],
  ['ð', 'DH'],
  ['f', 'F'],
  ['ɡ', 'G'],
  ['h', 'HH'],
  ['j', 'Y'],
  ['k', 'K'],
  ['x', 'K'],
  ['l', 'L'],
  ['m', 'M'],
  ['n', 'N'],
  ['ŋ', 'NG'],
  ['ɲ', 'N Y'],
  ['p', 'P'],
  ['ɹ', 'R'],
  ['r', 'R'],
  ['s', 'S'],
  ['ʃ', 'SH'],
  ['t', 'T'],
  ['ɾ', 'T'],
  ['ʔ', 'T'],
  ['θ', 'TH'],
  ['v', 'V'],
  ['w', 'W'],
  ['z', 'Z'],
  ['ʒ', 'ZH'],
];

/** CMU phones of espeak-ng's IPA; stress, length and signs without a sound are skipped. */
export function cmuPhones(ipa: string): string {
  const found: string[] = [];
  for (let at = 0; at < ipa.length;) {
    const phone = phones.find(([sign]) => ipa.startsWith(sign, at));
    if (phone !== undefined) found.push(phone[1]);
    at += phone?.[0].length ?? 1;
  }
  return found.join(' ');
}

/** What a letter mostly sounds like, for a machine without espeak-ng: better than not to know the name at all. */
const letters: Readonly<Record<string, string>> = {
  a: 'AE',
  b: 'B',
  c: 'K',
  d: 'D',
  e: 'EH',
  f: 'F',
  g: 'G',
  h: 'HH',
  i: 'IH',
  j: 'JH',
  k: 'K',
  l: 'L',
  m: 'M',
  n: 'N',
  o: 'OW',
  p: 'P',
  q: 'K',
  r: 'R',
  s: 'S',
  t: 'T',
  u: 'AH',
  v: 'V',
  w: 'W',
  x: 'K S',
  y: 'IY',
  z: 'Z',
};

/** How espeak-ng says words that no dictionary has: names, made-up words. Words without any letter are left out. */
export async function pronounce(words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const text = await espeak(['-q', '--ipa', '-v', 'en-us'], words.join('\n')).catch(() => Buffer.alloc(0));
  const lines = text.toString('utf8').split('\n');
  const said = words.map((word, index): [string, readonly string[]] => {
    const phones = cmuPhones(lines[index] ?? '');
    return [word, [phones === '' ? spelled(word) : phones]];
  });
  return new Map(said.filter(([, [first]]) => first !== ''));
}

function spelled(word: string): string {
  return Array.from(word, (letter) => letters[letter] ?? '')
    .filter((phones) => phones !== '')
    .join(' ');
}
