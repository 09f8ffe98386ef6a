import type { Course } from '../../contract/measures.ts';

/** Keeps the newest values of something that is measured again and again. */
export class CourseKeeper {
  readonly #most: number;
  #values: (number | null)[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(value: number | null): void {
    this.#values.push(value === null ? null : rounded(value));
    if (this.#values.length > this.#most) this.#values.shift();
  }

  get course(): Course {
    return [...this.#values];
  }

  /** Whether nothing was measured as far back as is kept. */
  get isEmpty(): boolean {
    return this.#values.every((value) => value === null);
  }
}

/** To four digits: more is noise, and costs bytes on the way to the page. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
