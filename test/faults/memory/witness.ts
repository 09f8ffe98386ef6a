/** What a house that was killed had been told, and had said that it keeps. */
export interface SeenEvent {
  readonly toldMs: number;
  hasPicture: boolean;
  isStored: boolean;
}

/** Hears from outside what the house says, so that nothing of it is lost with the house. */
export class Witness {
  readonly events = new Map<string, SeenEvent>();
  /** Bytes of MP4 that the house said are on the disk, by clip. */
  readonly clips = new Map<string, number>();
  /** How long the database's log was when an event was stored, of this run. */
  #lengths: { readonly toldMs: number; readonly bytes: number }[] = [];
  /** How long it was when something in it was made sure of. */
  #sure = 0;

  hear(line: string): void {
    const [what, id = '', number = '', more = ''] = line.split(' ');
    if (what === 'starts') {
      this.#lengths = [];
      this.#sure = Infinity;
    } else if (what === 'told')
      this.events.set(id, { toldMs: Number(number), hasPicture: more === '1', isStored: false });
    else if (what === 'stored') this.#stored(id, Number(number));
    else if (what === 'clip') this.clips.set(id, Number(number));
    else if (what === 'removing') this.clips.delete(id);
    else if (what === 'sure') this.#sure = Number(id);
  }

  /** A loss of power may tear the log behind this, and not before: older than so much, or made sure of. */
  safeLog(beforeMs: number): number {
    const old = this.#lengths.filter(({ toldMs }) => toldMs < beforeMs).map(({ bytes }) => bytes);
    return Math.max(this.#sure, ...old);
  }

  #stored(id: string, bytes: number): void {
    const event = this.events.get(id);
    if (event === undefined) return;
    event.isStored = true;
    this.#lengths.push({ toldMs: event.toldMs, bytes });
  }
}
