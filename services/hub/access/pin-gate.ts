import type { SignInAnswer } from '../../contract/access.ts';
import type { Wait } from '../../store/access/waits.ts';
import type { Store } from '../../store/store.ts';

const freeAttempts = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 30 * 60_000;
/** Who was wrong so long ago begins anew. */
const forgottenAfterMs = 24 * 60 * 60_000;

/**
 * Lets PINs be tried one at a time. After five wrong ones each next makes wait twice as long, 30 s … 30 min, also over a restart. It is
 * counted for whom they are tried, so that many pages are no way around it, and for the page where they are tried, so that one page
 * can't go from member to member. A guest who guesses keeps the owner waiting, but never out: the passphrase has a count of its own.
 */
export class PinGate {
  readonly #waits: Store['waits'];
  readonly #now: () => number;
  #last: Promise<unknown> = Promise.resolve();

  /** `now`: milliseconds since 1970. */
  constructor(waits: Store['waits'], now: () => number) {
    this.#waits = waits;
    this.#now = now;
    waits.tidy(now() - forgottenAfterMs);
  }

  /** Asks `isRight` when it may be tried now. `scopes`: what is counted. */
  attempt(scopes: readonly string[], isRight: () => Promise<boolean>): Promise<SignInAnswer> {
    const mine = this.#last.catch(() => undefined).then(() => this.#attemptAlone(scopes, isRight));
    this.#last = mine;
    return mine;
  }

  async #attemptAlone(scopes: readonly string[], isRight: () => Promise<boolean>): Promise<SignInAnswer> {
    const before = scopes.map((scope) => ({ scope, wait: this.#waits.get(scope) }));
    const nowMs = this.#now();
    const untilMs = Math.max(...before.map(({ wait }) => openAt(wait, nowMs)));
    if (untilMs > nowMs) return { kind: 'wait', untilMs };
    // Counted before it is tried, so that ending the process meanwhile makes no attempt free.
    const counted = before.map(({ scope, wait }) => ({ scope, wait: after(wait, nowMs) }));
    for (const { scope, wait } of counted) this.#waits.put(scope, wait);
    if (await isRight()) {
      for (const { scope } of before) this.#waits.forget(scope);
      return { kind: 'open' };
    }
    const waitsUntilMs = Math.max(...counted.map(({ wait }) => wait.openAtMs));
    if (waitsUntilMs > nowMs) return { kind: 'wait', untilMs: waitsUntilMs };
    return { kind: 'wrong', left: freeAttempts - Math.max(...counted.map(({ wait }) => wait.wrong)) };
  }
}

/** A clock that was set back makes no wait longer. */
function openAt({ openAtMs }: Wait, nowMs: number): number {
  return Math.min(openAtMs, nowMs + longestWaitMs);
}

function after({ wrong }: Wait, nowMs: number): Wait {
  const over = wrong + 1 - freeAttempts;
  const waitMs = over < 0 ? 0 : Math.min(firstWaitMs * 2 ** over, longestWaitMs);
  return { wrong: wrong + 1, openAtMs: nowMs + waitMs };
}
