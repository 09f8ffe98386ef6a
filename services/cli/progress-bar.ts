/** A bar for a long work on standard error: on a terminal always in the same line, in a log a line at every tenth. */
export class ProgressBar {
  readonly #what: string;
  #shown = -1;

  constructor(what: string) {
    this.#what = what;
  }

  show(done: number, total: number): void {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    const step = process.stderr.isTTY ? percent : percent - (percent % 10);
    if (step <= this.#shown) return;
    this.#shown = step;
    const bar = '█'.repeat(Math.floor(step / 5)).padEnd(20, '░');
    if (process.stderr.isTTY)
      process.stderr.write(`\r${this.#what} ${bar} ${step} %${step === 100 ? '\n' : ''}`);
    else process.stderr.write(`${this.#what}: ${step} %\n`);
  }
}
