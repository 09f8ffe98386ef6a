/** Hours of a day as a clock has them, in fractions; beyond 24 is the next day. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

const part: readonly (readonly [pattern: string, hours: Hours])[] = [
  ['early morning|früh(?:morgens)?|morning|mornings|morgens?|in der früh', { from: 5, to: 12 }],
  ['vormittags?|forenoon', { from: 8, to: 12 }],
  ['nachmittags?|afternoons?', { from: 12, to: 18 }],
  ['noon|midday|mittags?', { from: 11, to: 14 }],
  ['evenings?|abends?', { from: 17, to: 24 }],
  ['nights?|nachts?|midnight|mitternacht', { from: 22, to: 30 }],
];

/** How parts of a day are spoken of. */
export const partPatterns: readonly (readonly [pattern: string, hours: Hours])[] = part.map(
  ([pattern, hours]) => [`(?:in the |at |am |in der |zu |zur )?(?:${pattern})`, hours],
);

const time = "(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.|uhr|o'clock)?";

type Reading = (found: readonly (string | undefined)[]) => Hours | null;

/** How times of the clock are spoken of. */
export const clockPatterns: readonly (readonly [pattern: string, reading: Reading])[] = [
  [
    `(?:between|zwischen|from|von)\\s+${time}\\s*(?:and|und|to|till|until|bis|-|–)\\s*${time}`,
    ([, h1, m1, half1, h2, m2, half2]) => both(hour(h1, m1, half1 ?? half2), hour(h2, m2, half2)),
  ],
  [`(?:after|since|ab|nach|seit)\\s+${time}`, ([, h, m, half]) => both(hour(h, m, half), 24)],
  [`(?:before|until|till|vor|bis)\\s+${time}`, ([, h, m, half]) => both(0, hour(h, m, half))],
  [
    `(?:at|around|about|um|gegen)\\s+${time}`,
    ([, h, m, half]) => {
      const at = hour(h, m, half);
      return at === null ? null : { from: at, to: at + 1 };
    },
  ],
];

/** `between 8 and 10` of an evening is 20 to 22. */
export function hoursWithin(hours: Hours, part: Hours | null): Hours {
  const isLate = part !== null && part.from >= 12 && hours.from < 12;
  if (!isLate || hours.from + 12 < part.from) return hours;
  return { from: hours.from + 12, to: hours.to <= 12 ? hours.to + 12 : hours.to };
}

/** What ends before it begins goes over midnight. */
function both(from: number | null, to: number | null): Hours | null {
  if (from === null || to === null) return null;
  return { from, to: to <= from ? to + 24 : to };
}

/** Null for what no clock shows. */
function hour(
  text: string | undefined,
  minutes: string | undefined,
  half: string | undefined,
): number | null {
  const [h, m] = [Number(text), Number(minutes ?? 0)];
  if (h > 24 || m > 59) return null;
  const isPm = half?.startsWith('p') === true && h < 12;
  const isMidnight = half?.startsWith('a') === true && h === 12;
  return (isMidnight ? 0 : isPm ? h + 12 : h) + m / 60;
}
