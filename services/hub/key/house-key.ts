import type { KeyState } from '../../contract/health.ts';
import type { KeyView, MakeRecoveryCode, ProveKey, SetPassphrase } from '../../contract/key.ts';
import { keyKeptBy, keyWays, type Secret } from '../../store/data-key.ts';
import { makeRecoveryCode, removeRecoveryCode, setPassphrase } from '../../store/keys/key-changes.ts';
import type { HouseParts } from '../house.ts';
import type { Notices } from '../notices.ts';
import { Signal } from '../signal.ts';

/** The ways to the house's key, changed while the house goes on: the key stays the same, and nothing is written anew. */
export class HouseKey {
  readonly changed = new Signal<KeyView>();
  readonly #configDirectory: string;
  readonly #notices: Notices;
  readonly #systemKey: Uint8Array | undefined;
  #state: KeyState | null = null;

  constructor(parts: Pick<HouseParts, 'configDirectory' | 'notices' | 'systemKey'>) {
    this.#configDirectory = parts.configDirectory;
    this.#notices = parts.notices;
    this.#systemKey = parts.systemKey;
  }

  /** How the house is opened from now on; null while that is as it was at the start. */
  get state(): KeyState | null {
    return this.#state;
  }

  view(): KeyView {
    return { ways: keyWays(this.#configDirectory) };
  }

  /** Throws Trouble: `wrong_passphrase`, `refused` after too many, `bad_input`. */
  async setPassphrase({ next, current }: SetPassphrase): Promise<KeyView> {
    await setPassphrase(this.#configDirectory, { next, ...this.#secret(current) });
    this.#notices.clear('key');
    return this.#told();
  }

  /** A new code, to be shown once; the one before is void. Throws Trouble as `setPassphrase`. */
  async makeRecoveryCode({ current }: MakeRecoveryCode): Promise<{ readonly code: string }> {
    const code = await makeRecoveryCode(this.#configDirectory, this.#secret(current));
    this.#told();
    return { code };
  }

  /** Whoever can read the key file opens the house again. Throws Trouble as `setPassphrase`. */
  async removePassphrase({ current }: ProveKey): Promise<KeyView> {
    await setPassphrase(this.#configDirectory, { next: null, current });
    return this.#told();
  }

  /** Throws Trouble as `setPassphrase`, `not_found` when there is none. */
  async removeRecoveryCode({ current }: ProveKey): Promise<KeyView> {
    await removeRecoveryCode(this.#configDirectory, { current });
    return this.#told();
  }

  /** Where the operating system alone keeps the key, nobody can type anything: then it is what opens. */
  #secret(current: string | undefined): Secret {
    return { current, fromOperatingSystem: this.#systemKey };
  }

  #told(): KeyView {
    const keptBy = keyKeptBy(this.#configDirectory);
    if (keptBy !== 'nothing') this.#state = { kind: 'open', keptBy };
    const view = this.view();
    this.changed.send(view);
    return view;
  }
}
