/**
 * Says on standard error how far a long work is, at most twice a second: on a terminal always in the same line, in a
 * log as a line at every tenth.
 */
export class Progress {
  readonly #what: string;
  readonly #total: number;
  #saidAtMs = 0;
  #saidTenth = 0;

  constructor(what: string, total: number) {
    this.#what = what;
    this.#total = total;
  }

  say(done: number): void {
    const text = `${this.#what}: ${done} of ${this.#total}`;
    if (process.stderr.isTTY) {
      if (Date.now() - this.#saidAtMs < 500 && done < this.#total) return;
      this.#saidAtMs = Date.now();
      process.stderr.write(`\r${text}${done === this.#total ? '\n' : ''}`);
      return;
    }
    const tenth = Math.floor((10 * done) / this.#total);
    if (tenth > this.#saidTenth) process.stderr.write(`${text}\n`);
    this.#saidTenth = tenth;
  }
}
