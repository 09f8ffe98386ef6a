import { z } from 'zod';
import type { Database } from './database.ts';

const ItemRow = z.object({ item: z.string() });

/** The shopping list. */
export class ShoppingTable {
  readonly #database: Database;
  readonly #now: () => number;

  constructor(parts: { database: Database; now: () => number }) {
    this.#database = parts.database;
    this.#now = parts.now;
  }

  /** What is still to be bought, in the order it was put there. */
  open(): readonly string[] {
    const rows = this.#database.all(ItemRow, 'SELECT item FROM shopping_items ORDER BY id', {});
    return rows.map(({ item }) => item);
  }

  add(item: string): void {
    const now = this.#now();
    this.#database.run('INSERT INTO shopping_items (item, added_at_ms) VALUES (@item, @now)', { item, now });
  }

  /** Crosses off what `open` gave under this name; nothing when it is not there any more. */
  complete(item: string): void {
    this.#database.run('DELETE FROM shopping_items WHERE item = @item', { item });
  }
}
