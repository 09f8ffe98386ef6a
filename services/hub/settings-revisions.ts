import { createHmac, randomBytes } from 'node:crypto';
import { Trouble } from '../contract/trouble.ts';

/** By section. */
export type Revisions = Readonly<Record<string, string>>;

/**
 * Tells one state of a section from another, so that nobody overwrites what they have not seen. A revision is a mark under a key
 * of this run: it tells nothing of a password in it, and nothing needs to be stored.
 */
export class SettingsRevisions {
  readonly #key = randomBytes(32);

  of(settings: object): Revisions {
    const sections: readonly (readonly [string, unknown])[] = Object.entries(settings);
    return Object.fromEntries(sections.map(([section, value]) => [section, this.#mark(section, value)]));
  }

  /** Throws Trouble `conflict` when a section that is named is not as it was seen. */
  check(settings: object, seen: Revisions): void {
    const now = this.of(settings);
    if (Object.entries(seen).every(([section, revision]) => now[section] === revision)) return;
    throw new Trouble('conflict', {
      what: 'These settings were changed on another screen meanwhile.',
      advice: 'Look at what is different, and save again; nothing was overwritten.',
    });
  }

  #mark(section: string, value: unknown): string {
    const text = JSON.stringify([section, value]);
    return createHmac('sha256', this.#key).update(text).digest('base64url').slice(0, 16);
  }
}
