import { type PassStep, type SetupPlace, type SetupView, stepAfter } from '../../contract/setup.ts';
import type { KeyWay } from '../../contract/key-file.ts';
import type { Access } from '../access/access.ts';
import type { People } from '../people/people.ts';
import type { HouseSettings } from '../settings.ts';
import { Signal } from '../signal.ts';
import { setupView } from './setup-view.ts';

interface SetupParts {
  readonly settings: HouseSettings;
  readonly people: Pick<People, 'list' | 'changed'>;
  /** The ways to the house's key. */
  readonly keyWays: () => readonly KeyWay['kind'][];
  readonly access: Pick<Access, 'isGuarded'>;
}

/** How far the owner is with setting up the house; kept, so that another page goes on where this one was. */
export class HouseSetup {
  readonly changed = new Signal<SetupView>();
  readonly #parts: SetupParts;

  constructor(parts: SetupParts) {
    this.#parts = parts;
    const tell = (): void => {
      this.changed.send(this.view());
    };
    parts.settings.changed.listen(tell);
    parts.people.changed.listen(tell);
  }

  view(): SetupView {
    const { settings, people, keyWays, access } = this.#parts;
    const { setup, demo, cameras, mqtt } = settings.get();
    const ways = keyWays();
    return setupView(setup, {
      isDemo: demo,
      hasCamera: cameras.length > 0,
      hasPeople: people.list().length > 0,
      keyIsSafe: ways.includes('passphrase') || ways.includes('operating_system'),
      hasBroker: mqtt.enabled,
      isGuarded: access.isGuarded,
    });
  }

  /** A step was done or skipped: the next one is where the set-up goes on. */
  pass({ step, as }: PassStep): SetupView {
    const { settings } = this.#parts;
    const { setup } = settings.get();
    const outcomes = { ...setup.outcomes, [step]: as };
    settings.rememberSetup({ ...setup, outcomes, at: stepAfter(step) });
    return this.view();
  }

  /** Who goes back to a step is in the set-up again, though it does not open by itself once it was left. */
  goTo(at: SetupPlace): SetupView {
    const { settings } = this.#parts;
    const { setup } = settings.get();
    if (setup.at !== at) settings.rememberSetup({ ...setup, at });
    return this.view();
  }

  /** The page does not open the set-up by itself any more. */
  leave(): SetupView {
    const { settings } = this.#parts;
    const { setup } = settings.get();
    if (!setup.left) settings.rememberSetup({ ...setup, left: true });
    return this.view();
  }
}
