import type { SpokenCommand } from '../voice/phrases/command-grammar.ts';

/** What the recogniser made of a recording: nothing, a command that is done, or one that is asked first. */
export interface Understood {
  readonly command: SpokenCommand;
  readonly sure: boolean;
}

/** One recording: what is said in it, and what was understood; null is nothing. */
export interface JudgedOrder {
  readonly expected: SpokenCommand | null;
  readonly understood: Understood | null;
}

export interface CommandFigures {
  readonly commands: number;
  /** The share with the right intent and every slot right, and no slot too many, whether done or asked. */
  readonly accuracy: number;
  /** The share of all slots that are said that were understood with the right value. */
  readonly slotRecall: number;
  /** The share of the commands that were not believed. */
  readonly rejectRate: number;
  /** The share of the commands that are asked before they are done. */
  readonly askRate: number;
  /** The share of those asked that were right; null where none was. */
  readonly accuracyWhenAsked: number | null;
  readonly strangers: number;
  /** The share of the recordings without a command in which one was found that would be done; null without such recordings. */
  readonly falseAcceptRate: number | null;
  /** The share of them in which one was found that would be asked. */
  readonly falseAskRate: number | null;
}

/** What became of a recording without a command. */
export type Stranger = 'accepted' | 'asked' | 'refused';

export function commandFigures(
  orders: readonly JudgedOrder[],
  strangers: readonly Stranger[],
): CommandFigures {
  const slots = orders.flatMap(({ expected, understood }) =>
    Object.entries(expected?.slots ?? {}).map(([slot, value]) =>
      same(value, understood?.command.slots[slot]),
    ),
  );
  const asked = orders.filter(({ understood }) => understood?.sure === false);
  return {
    commands: orders.length,
    accuracy: share(orders, isRight) ?? 0,
    slotRecall: share(slots, Boolean) ?? 0,
    rejectRate: share(orders, ({ understood }) => understood === null) ?? 0,
    askRate: share(orders, (order) => asked.includes(order)) ?? 0,
    accuracyWhenAsked: share(asked, isRight),
    strangers: strangers.length,
    falseAcceptRate: share(strangers, (stranger) => stranger === 'accepted'),
    falseAskRate: share(strangers, (stranger) => stranger === 'asked'),
  };
}

/** Null where there is nothing of which it would be a share. */
function share<T>(all: readonly T[], counts: (one: T) => boolean): number | null {
  return all.length === 0 ? null : all.filter(counts).length / all.length;
}

export function isRight({ expected, understood }: JudgedOrder): boolean {
  if (expected === null || understood === null) return expected === understood;
  const { name, slots: found } = understood.command;
  const slots = new Set([...Object.keys(expected.slots), ...Object.keys(found)]);
  return expected.name === name && [...slots].every((slot) => same(expected.slots[slot], found[slot]));
}

/** Labels are written by hand: case, and spaces at an end, say nothing. */
function same(one: string | number | undefined, other: string | number | undefined): boolean {
  return plain(one) === plain(other);
}

function plain(value: string | number | undefined): string {
  return value === undefined ? '' : String(value).trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
