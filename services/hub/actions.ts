import type { Event } from '../contract/event.ts';
import type { Intent, Reply, Slots } from '../contract/intent.ts';
import { DeviceActions, type Home } from './device-actions.ts';
import { permission, type Origin, type Rules } from './permissions.ts';
import { Signal } from './signal.ts';
import { plainName, theName } from './spoken.ts';
import { TimerActions, ringing } from './timer-actions.ts';
import { Timers } from './timers.ts';
import { cameraNamed, visitAnswer } from './visit-answers.ts';

/** What acts on the house, given in by the hub. */
export interface ActionParts {
  readonly devices: Home;
  /** Visits that last and recent ones, the newest first. */
  readonly visits: () => readonly Event[];
  readonly cameras: () => readonly { readonly id: string; readonly name: string }[];
  readonly isArmed: () => boolean;
  readonly arm: (armed: boolean) => void | Promise<void>;
  /** Nobody may open the house by voice when it is absent. */
  readonly rules?: () => Rules;
  readonly now?: () => number;
}

const STRICT: Rules = { mayVoiceOpen: false };

/** Intent → permission → action → reply. Expected trouble is a reply; only our own bugs throw. */
export class Actions {
  /** What Lares says of its own accord: a timer rang. */
  readonly spoken = new Signal<string>();
  readonly #parts: ActionParts;
  readonly #devices: DeviceActions;
  readonly #timers: Timers;
  readonly #timerActions: TimerActions;
  readonly #now: () => number;

  constructor(parts: ActionParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#devices = new DeviceActions(parts.devices);
    this.#timers = new Timers(this.#now);
    this.#timerActions = new TimerActions(this.#timers);
    this.#timers.rang.listen((timer) => {
      this.spoken.send(ringing(timer));
    });
  }

  async act(intent: Intent, origin: Origin = 'voice'): Promise<Reply> {
    const asked = { origin, rules: this.#parts.rules?.() ?? STRICT };
    switch (intent.name) {
      case 'HassTurnOn':
      case 'HassTurnOff':
      case 'HassLightSet':
      case 'HassClimateSetTemperature':
      case 'HassGetState':
        return this.#devices.act(intent, asked);
      case 'HassStartTimer':
      case 'HassCancelTimer':
      case 'HassTimerStatus':
        return this.#timerActions.act(intent);
      case 'HassGetCurrentTime':
        return { outcome: 'answered', text: `It is ${clock(this.#now())}.` };
      case 'HassNevermind':
        return { outcome: 'done', text: 'All right.' };
      case 'LaresWhoIsThere':
        return this.#whoIsThere(intent.slots);
      case 'LaresShowCamera':
        return this.#showCamera(intent.slots);
      case 'LaresArm':
      case 'LaresDisarm': {
        const allowed = permission(intent, [], asked);
        if (allowed.kind === 'refused') return { outcome: 'refused', text: allowed.text };
        return this.#arm(intent.name === 'LaresArm');
      }
    }
  }

  /** Ends all timers. */
  stop(): void {
    this.#timers.stop();
  }

  #whoIsThere(slots: Slots): Reply {
    const { visits, cameras } = this.#parts;
    return visitAnswer(slots, { events: visits(), cameras: cameras(), nowMs: this.#now() });
  }

  #showCamera({ camera = '' }: Slots): Reply {
    const found = cameraNamed(camera, { cameras: this.#parts.cameras() });
    if (found === undefined)
      return {
        outcome: 'failed',
        text: camera === '' ? 'Which camera?' : `I don't know a camera called ${plainName(camera)}.`,
      };
    return { outcome: 'done', text: `Here is ${theName(found.name)}.`, showCamera: found.id };
  }

  async #arm(armed: boolean): Promise<Reply> {
    const word = armed ? 'armed' : 'disarmed';
    if (this.#parts.isArmed() === armed) return { outcome: 'done', text: `The house is ${word} already.` };
    await this.#parts.arm(armed);
    return { outcome: 'done', text: `The house is ${word}.` };
  }
}

function clock(nowMs: number): string {
  const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' }).format(nowMs);
  return time.replaceAll(/\s/g, ' ');
}
