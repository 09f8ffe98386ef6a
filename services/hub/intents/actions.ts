import type { Event } from '../../contract/event.ts';
import type { Intent, Reply, Slots, SpokenOrder } from '../../contract/intent.ts';
import { Conversation, answerMs, meantBy } from './conversation.ts';
import { dayAnswer } from './day-answers.ts';
import { DeviceActions, isAskedBack, type Answered, type Home, type Wish } from './device-actions.ts';
import { goodNight } from './good-night.ts';
import { permission, type Origin, type Rules } from './permissions.ts';
import { likeliestReading, type Reading } from './readings.ts';
import { ShoppingList, type ShoppingItems } from './shopping-list.ts';
import { Signal } from '../signal.ts';
import { Speech, type SpeechLanguage } from './speech.ts';
import { TimerActions, endedUnheard, isOfTimers, ringing } from './timer-actions.ts';
import { Timers, type KeptTimers } from './timers.ts';
import { undoOf, type Undo } from './undo.ts';
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
  /** The household's language; English when it is absent. */
  readonly language?: () => SpeechLanguage;
  /** Where the shopping list is kept; there is none when it is absent. */
  readonly shopping?: ShoppingItems;
  /** Where timers outlive a restart; nowhere when it is absent. */
  readonly timers?: KeptTimers;
  /** Whether what Lares says of its own accord would be spoken; it would when this is absent. */
  readonly canSpeak?: () => boolean;
  /** Marks the newest order as misheard; false when there is none of late. */
  readonly wasWrong?: () => boolean;
  readonly now?: () => number;
}

/** What was done longer ago is not offered to be taken back. */
const undoMs = 30_000;

const STRICT: Rules = { mayVoiceOpen: false };

/** Intent → permission → action → reply. Expected trouble is a reply; only our own bugs throw. */
export class Actions {
  /** What Lares says of its own accord: a timer rang. */
  readonly spoken = new Signal<string>();
  readonly #parts: ActionParts;
  readonly #devices: DeviceActions;
  readonly #timers: Timers;
  readonly #timerActions: TimerActions;
  readonly #shopping: ShoppingList;
  readonly #conversation: Conversation;
  readonly #now: () => number;
  /** How to take back what was done last, until then. */
  #undo: (Undo & { readonly untilMs: number }) | null = null;

  constructor(parts: ActionParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#devices = new DeviceActions(parts.devices);
    this.#timers = new Timers({ now: this.#now, kept: parts.timers, canRing: parts.canSpeak });
    this.#timerActions = new TimerActions(this.#timers);
    this.#shopping = new ShoppingList(parts.shopping);
    this.#conversation = new Conversation(this.#now);
    this.#timers.rang.listen((timer) => {
      this.spoken.send(ringing(timer, this.#speech));
    });
  }

  /**
   * Does what was heard, in the reading that fits the home as it is now. What is only likely is asked first, and then done like any
   * other wish: what is risky still needs its own yes.
   */
  async hear(order: SpokenOrder): Promise<Reply> {
    const reading = likeliestReading(order, {
      entities: this.#devices.list(),
      timers: this.#timers.list(),
      shopping: this.#parts.shopping?.open() ?? [],
      isArmed: this.#parts.isArmed(),
      isAsked: this.#conversation.state.kind === 'asked',
    });
    const reply = order.sure ? await this.act(reading.intent) : await this.#hearUnsure(reading);
    return reading.intent === order.intent ? reply : { ...reply, meant: reading };
  }

  /** Does what was said, the second of two joined commands after the first. A risky wish is asked back before anything is done. */
  async act(intent: Intent, origin: Origin = 'voice'): Promise<Reply> {
    const { also = [], ...first } = this.#heardAfterAll(intent);
    const replies: Reply[] = [];
    for (const command of [first, ...also]) {
      const undo = undoOf(command, this.#devices.list(), this.#speech);
      const reply = await this.#one(command, origin);
      replies.push(reply);
      const isUndone = undo !== null && reply.outcome === 'done' && also.length === 0 && origin === 'voice';
      this.#undo = isUndone ? { ...undo, untilMs: this.#now() + undoMs } : null;
      // A question waits for its answer; what comes after it would be taken for one.
      if (reply.awaitsAnswerMs !== undefined) break;
    }
    return replies.reduce(joined);
  }

  /** What timers that ended while nobody could ring have to say; each once. */
  missed(): readonly string[] {
    return this.#timers.missed().map((timer) => endedUnheard(timer, this.#now(), this.#speech));
  }

  /** No timer rings any more; those that are kept go on at the next start. */
  stop(): void {
    this.#timers.stop();
  }

  get #speech(): Speech {
    return Speech.in(this.#parts.language?.() ?? 'en');
  }

  /** Nothing is done: an order is asked back, and an answer to a question asked again. To give up needs no certainty. */
  async #hearUnsure({ intent, heard }: Reading): Promise<Reply> {
    const [{ name }, { state }] = [intent, this.#conversation];
    if (name === 'LaresDecline' || name === 'HassNevermind') return this.act(intent);
    if (name === 'LaresConfirm' || name === 'LaresChoose') {
      if (state.kind !== 'asked') return this.act(intent);
      this.#conversation.ask(state.question, state.intent);
      return this.#question(this.#speech.say(name === 'LaresConfirm' ? 'yes_or_no' : 'say_again'));
    }
    this.#conversation.take();
    if (heard === '') return this.#question(this.#speech.say('say_again'));
    this.#conversation.ask('heard', intent);
    return this.#question(this.#speech.say('did_you_say', { heard }));
  }

  /** The wish that a yes is said to where Lares asked whether it heard right; else the intent itself. */
  #heardAfterAll(intent: Intent): Intent {
    const { state } = this.#conversation;
    if (intent.name !== 'LaresConfirm' || state.kind !== 'asked' || state.question !== 'heard') return intent;
    this.#conversation.take();
    return state.intent;
  }

  #question(text: string): Reply {
    return { outcome: 'answered', text, awaitsAnswerMs: answerMs };
  }

  /** What was wrong is noted, and what is easily taken back is offered to be. */
  #wasWrong(speech: Speech): Answered {
    const isKnown = this.#parts.wasWrong?.() === true;
    const undo = this.#undo;
    if (undo === null || this.#now() > undo.untilMs)
      return { outcome: 'done', text: speech.say(isKnown ? 'wrong_noted' : 'wrong_nothing') };
    this.#conversation.ask('undo', undo.intent);
    return this.#question(`${speech.say('sorry')} ${undo.question}`);
  }

  async #one(intent: Intent, origin: Origin): Promise<Reply> {
    const speech = this.#speech;
    const wish: Wish = { origin, rules: this.#parts.rules?.() ?? STRICT, speech };
    const asked = this.#conversation.take();
    const isAsked = asked.kind === 'asked';
    if (intent.name === 'LaresDecline' && isAsked && asked.question === 'heard')
      return this.#question(speech.say('say_again'));
    if (intent.name === 'LaresDecline' || (intent.name === 'HassNevermind' && isAsked))
      return { outcome: 'done', text: speech.say(isAsked ? 'declined' : 'all_right') };
    const meant = meantBy(intent, asked);
    if (meant === null) return { outcome: 'failed', text: speech.say('nothing_asked') };
    const reply = await this.#do(meant.intent, { ...wish, isConfirmed: meant.isConfirmed });
    if (!isAskedBack(reply)) return reply;
    this.#conversation.ask(reply.outcome === 'ask' ? 'whether' : 'which', meant.intent);
    const outcome = reply.outcome === 'ask' ? 'answered' : 'failed';
    return { outcome, text: reply.text, awaitsAnswerMs: answerMs };
  }

  async #do(intent: Intent, wish: Wish): Promise<Answered> {
    const { speech } = wish;
    const { slots } = intent;
    switch (intent.name) {
      case 'HassGetCurrentTime':
        return { outcome: 'answered', text: speech.say('time', { time: speech.time(this.#now()) }) };
      case 'HassGetCurrentDate':
        return { outcome: 'answered', text: speech.say('date', { date: speech.date(this.#now()) }) };
      case 'HassShoppingListAddItem':
        return this.#shopping.add(slots, speech);
      case 'HassShoppingListCompleteItem':
        return this.#shopping.complete(slots, speech);
      case 'LaresShoppingList':
        return this.#shopping.read(speech);
      case 'HassNevermind':
        return { outcome: 'done', text: speech.say('all_right') };
      case 'LaresThatWasWrong':
        return this.#wasWrong(speech);
      case 'LaresHelp':
        return { outcome: 'answered', text: speech.say('help') };
      case 'LaresGoodNight':
        return goodNight(this.#devices, wish);
      case 'LaresWhoIsThere':
        return visitAnswer(slots, { ...this.#seen(), cameras: this.#parts.cameras() }, speech);
      case 'LaresWhatHappened':
        return dayAnswer(this.#seen(), speech);
      case 'LaresShowCamera':
        return this.#showCamera(slots, speech);
      case 'LaresArm':
      case 'LaresDisarm': {
        const allowed = permission(intent, [], wish);
        if (allowed.kind !== 'allowed') return { outcome: allowed.kind, text: allowed.text };
        return this.#arm(intent.name === 'LaresArm', speech);
      }
      default:
        if (isOfTimers(intent)) return this.#timerActions.act(intent, speech);
        return this.#devices.act(intent, wish);
    }
  }

  #seen(): { readonly events: readonly Event[]; readonly nowMs: number } {
    return { events: this.#parts.visits(), nowMs: this.#now() };
  }

  #showCamera({ camera = '' }: Slots, speech: Speech): Reply {
    const found = cameraNamed(camera, { cameras: this.#parts.cameras() });
    if (found !== undefined)
      return {
        outcome: 'done',
        text: speech.say('camera_shown', { camera: speech.the(found.name) }),
        showCamera: found.id,
      };
    const text =
      camera === ''
        ? speech.say('which_camera')
        : speech.say('camera_unknown', { camera: speech.plain(camera) });
    return { outcome: 'failed', text };
  }

  async #arm(armed: boolean, speech: Speech): Promise<Reply> {
    if (this.#parts.isArmed() === armed)
      return { outcome: 'done', text: speech.say(armed ? 'armed_already' : 'disarmed_already') };
    await this.#parts.arm(armed);
    return { outcome: 'done', text: speech.say(armed ? 'armed' : 'disarmed') };
  }
}

/** Two replies as one; what went wrong counts more than what went well. */
function joined(one: Reply, other: Reply): Reply {
  const bad = [one, other].find(({ outcome }) => outcome === 'failed' || outcome === 'refused');
  return { ...one, ...other, outcome: (bad ?? other).outcome, text: `${one.text} ${other.text}` };
}
