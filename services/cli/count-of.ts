import { InvalidArgumentError } from 'commander';

/** Reads an option that is a whole number from 1 to `most`. */
export function countOf(most: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (Number.isInteger(count) && count >= 1 && count <= most) return count;
    throw new InvalidArgumentError(`Give a number from 1 to ${most}.`);
  };
}
