import type { SpokenCommand } from '../voice/phrases/command-grammar.ts';

/** One recording: what is said in it, and what was understood; null is nothing. */
export interface JudgedOrder {
  readonly expected: SpokenCommand | null;
  readonly understood: SpokenCommand | null;
}

export interface CommandFigures {
  readonly commands: number;
  /** The share with the right intent and every slot right, and no slot too many. */
  readonly accuracy: number;
  /** The share of all slots that are said that were understood with the right value. */
  readonly slotRecall: number;
  /** The share of the commands that were not believed. */
  readonly rejectRate: number;
  readonly strangers: number;
  /** The share of the recordings without a command in which one was found; null without such recordings. */
  readonly falseAcceptRate: number | null;
}

export function commandFigures(
  orders: readonly JudgedOrder[],
  strangers: readonly boolean[],
): CommandFigures {
  const slots = orders.flatMap(({ expected, understood }) =>
    Object.entries(expected?.slots ?? {}).map(([slot, value]) => same(value, understood?.slots[slot])),
  );
  const share = (flags: readonly boolean[]): number =>
    flags.length === 0 ? 0 : flags.filter(Boolean).length / flags.length;
  return {
    commands: orders.length,
    accuracy: share(orders.map(isRight)),
    slotRecall: share(slots),
    rejectRate: share(orders.map(({ understood }) => understood === null)),
    strangers: strangers.length,
    falseAcceptRate: strangers.length === 0 ? null : share(strangers),
  };
}

export function isRight({ expected, understood }: JudgedOrder): boolean {
  if (expected === null || understood === null) return expected === understood;
  const slots = new Set([...Object.keys(expected.slots), ...Object.keys(understood.slots)]);
  return (
    expected.name === understood.name &&
    [...slots].every((slot) => same(expected.slots[slot], understood.slots[slot]))
  );
}

/** Labels are written by hand: case, and spaces at an end, say nothing. */
function same(one: string | number | undefined, other: string | number | undefined): boolean {
  return plain(one) === plain(other);
}

function plain(value: string | number | undefined): string {
  return value === undefined ? '' : String(value).trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
