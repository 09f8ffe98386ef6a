const CYRILLIC =
  'а=a б=b в=v г=g ґ=g д=d е=e ё=yo є=ye ж=zh з=z и=i і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ј=j љ=lj њ=nj ћ=c ђ=dj џ=dz';
const GREEK =
  'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o';
/** Latin letters that Unicode does not decompose, as English speakers write them. */
const LATIN = 'ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ı=i ŋ=ng ħ=h';

const LETTERS: ReadonlyMap<string, string> = new Map(
  `${LATIN} ${CYRILLIC} ${GREEK}`.split(' ').map((pair) => {
    const [from = '', to = ''] = pair.split('=');
    return [from, to];
  }),
);

/**
 * Lower case text in the letters a-z as far as that is possible: Cyrillic and Greek by sound (ISO 9 and ISO 843 without
 * diacritics), Latin letters folded. Scripts that do not write sound by sound stay as they are.
 */
export function transliterated(text: string): string {
  const composed = text.normalize('NFC').replaceAll(/[йёїў]/g, (letter) => LETTERS.get(letter) ?? letter);
  const plain = composed.normalize('NFKD').replaceAll(/(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '');
  const letters = plain.replaceAll('ου', 'ou');
  return Array.from(letters, (letter) => LETTERS.get(letter) ?? letter).join('');
}
