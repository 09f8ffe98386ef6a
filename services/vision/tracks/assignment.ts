/**
 * Linear assignment: which row goes with which column so that the sum of the costs is least (Kuhn 1955, Munkres 1957; here by
 * shortest augmenting paths as Jonker & Volgenant 1987, O(n³)). A row stays alone where that is cheaper.
 * @param costs rows × columns, finite or `Infinity` where a pair is impossible; all rows equally long.
 * @param alone what a row that stays alone costs: no pair that costs more is made.
 * @returns the column of each row, null for a row that stays alone. No column is given twice.
 */
export function assign(costs: readonly (readonly number[])[], alone: number): readonly (number | null)[] {
  const columns = costs[0]?.length ?? 0;
  const search = new Search(costs, columns, alone);
  for (let row = 0; row < costs.length; row += 1) search.add(row);
  const taken: (number | null)[] = costs.map(() => null);
  for (const [column, row] of search.rowOf.entries()) if (row >= 0 && column < columns) taken[row] = column;
  return taken;
}

/** Every row has a column of its own behind the real ones, in which it stays alone. */
class Search {
  readonly rowOf: Int32Array;
  readonly #costs: readonly (readonly number[])[];
  readonly #real: number;
  readonly #alone: number;
  readonly #rowPrice: Float64Array;
  readonly #columnPrice: Float64Array;

  constructor(costs: readonly (readonly number[])[], real: number, alone: number) {
    this.#costs = costs;
    this.#real = real;
    this.#alone = alone;
    this.rowOf = new Int32Array(real + costs.length).fill(-1);
    this.#rowPrice = new Float64Array(costs.length);
    this.#columnPrice = new Float64Array(real + costs.length);
  }

  /** Finds the cheapest way to take in one more row; rows that were taken in before may change their column for it. */
  add(first: number): void {
    const columns = this.rowOf.length;
    const reached = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(columns).fill(-1);
    const done = new Uint8Array(columns);
    let [row, at, length] = [first, -1, 0];
    do {
      for (let column = 0; column < columns; column += 1) {
        if (done[column] === 1) continue;
        const price = (this.#rowPrice[row] ?? 0) + (this.#columnPrice[column] ?? 0);
        const through = length + this.#cost(row, column) - price;
        if (through < (reached[column] ?? 0)) [reached[column], from[column]] = [through, at];
      }
      at = nearest(reached, done);
      done[at] = 1;
      length = reached[at] ?? 0;
      row = this.rowOf[at] ?? -1;
    } while (row >= 0);
    this.#reprice(first, { done, reached, length });
    for (let before = at; before >= 0; before = at) {
      at = from[before] ?? -1;
      this.rowOf[before] = at < 0 ? first : (this.rowOf[at] ?? -1);
    }
  }

  #cost(row: number, column: number): number {
    if (column < this.#real) return this.#costs[row]?.[column] ?? Number.POSITIVE_INFINITY;
    return column - this.#real === row ? this.#alone : Number.POSITIVE_INFINITY;
  }

  #reprice(
    first: number,
    way: { readonly done: Uint8Array; readonly reached: Float64Array; readonly length: number },
  ): void {
    this.#rowPrice[first] = (this.#rowPrice[first] ?? 0) + way.length;
    for (const [column, done] of way.done.entries()) {
      const row = this.rowOf[column] ?? -1;
      if (done === 0) continue;
      const saved = way.length - (way.reached[column] ?? 0);
      this.#columnPrice[column] = (this.#columnPrice[column] ?? 0) - saved;
      if (row >= 0) this.#rowPrice[row] = (this.#rowPrice[row] ?? 0) + saved;
    }
  }
}

function nearest(reached: Float64Array, done: Uint8Array): number {
  let best = -1;
  for (const [column, length] of reached.entries())
    if (done[column] === 0 && (best < 0 || length < (reached[best] ?? 0))) best = column;
  return best;
}
