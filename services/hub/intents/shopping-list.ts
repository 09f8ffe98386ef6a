import type { Reply, Slots } from '../../contract/intent.ts';
import type { Speech } from './speech.ts';

/** What the household wants to buy, kept over restarts by whoever implements it. */
export interface ShoppingItems {
  /** What is still to be bought, in the order it was put there. */
  open(): readonly string[];
  add(item: string): void;
  /** Crosses off an open item, by the name under which `open` gave it. */
  complete(item: string): void;
}

const MOST_ITEMS = 200;
/** More than these in one breath nobody remembers. */
const MOST_SPOKEN = 10;

/** The intents that speak of the shopping list. */
export class ShoppingList {
  readonly #items: ShoppingItems | undefined;

  /** Without `items` every wish is answered by saying that no list is kept. */
  constructor(items: ShoppingItems | undefined) {
    this.#items = items;
  }

  add({ item = '' }: Slots, speech: Speech): Reply {
    const items = this.#items;
    const text = item.trim();
    if (items === undefined) return { outcome: 'failed', text: speech.say('list_unavailable') };
    if (text === '') return { outcome: 'failed', text: speech.say('item_what') };
    const open = items.open();
    if (open.some((known) => isSame(known, text)))
      return { outcome: 'done', text: speech.say('item_there', { item: text }) };
    if (open.length >= MOST_ITEMS) return { outcome: 'failed', text: speech.say('list_full') };
    items.add(text);
    return { outcome: 'done', text: speech.say('item_added', { item: text }) };
  }

  complete({ item = '' }: Slots, speech: Speech): Reply {
    const items = this.#items;
    if (items === undefined) return { outcome: 'failed', text: speech.say('list_unavailable') };
    const found = items.open().find((known) => isSame(known, item));
    if (found === undefined) return { outcome: 'failed', text: speech.say('item_missing', { item }) };
    items.complete(found);
    return { outcome: 'done', text: speech.say('item_done', { item: found }) };
  }

  read(speech: Speech): Reply {
    if (this.#items === undefined) return { outcome: 'failed', text: speech.say('list_unavailable') };
    const open = this.#items.open();
    if (open.length === 0) return { outcome: 'answered', text: speech.say('list_empty') };
    const more = open.length - MOST_SPOKEN;
    if (more <= 0) return { outcome: 'answered', text: speech.say('list_is', { list: speech.listed(open) }) };
    const list = open.slice(0, MOST_SPOKEN).join(', ');
    return { outcome: 'answered', text: speech.say('list_more', { list, n: more }) };
  }
}

function isSame(one: string, other: string): boolean {
  return one.trim().localeCompare(other.trim(), undefined, { sensitivity: 'base' }) === 0;
}
