import type { Health, ProcessHealth } from '../contract/health.ts';
import type { House } from './house.ts';
import { Signal } from './signal.ts';

/** Health is told at most this often: a camera that comes and goes may not keep the page busy. */
const quietMs = 250;

/** How the house is, told whenever one of its parts says that something changed. */
export class HealthBoard {
  readonly changed = new Signal<Health>();
  readonly #read: () => Health;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(read: () => Health) {
    this.#read = read;
  }

  get(): Health {
    return this.#read();
  }

  /** Something changed: the news goes out soon, together with what else changes until then. */
  touch(): void {
    if (this.#isStopped) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.changed.send(this.#read());
    }, quietMs);
  }

  /** May be called again. Nothing is told any more. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }
}

/** What only the hub knows of its own state. */
export interface HubHealth {
  readonly about: Pick<Health, 'version' | 'startedAtMs' | 'key'>;
  readonly children: readonly ProcessHealth[];
}

export function healthOf(house: House, { about, children }: HubHealth): Health {
  const { demo, armed } = house.settings.get();
  return {
    ...about,
    demo,
    armed,
    processes: [ownHealth(about.startedAtMs), ...children],
    cameras: recordedViews(house),
    voice: house.transcript.state,
    broker: house.devices.broker,
    ...(house.disk.state === null ? {} : { disk: house.disk.state }),
    notices: house.notices.list(),
  };
}

/** What each camera is doing, and why it is not recorded. */
function recordedViews({ cameras, recorder }: House): Health['cameras'] {
  return cameras.views().map((view) => {
    const camera = cameras.list().find(({ id }) => id === view.id);
    const notRecorded = camera === undefined ? null : recorder.whyNot(camera);
    return notRecorded === null ? view : { ...view, notRecorded };
  });
}

/** A locked house tells nothing but that it is locked. */
export function healthOfLocked(
  about: Pick<Health, 'version' | 'startedAtMs'>,
  notices: Health['notices'],
): Health {
  return {
    ...about,
    demo: false,
    armed: false,
    key: { kind: 'locked' },
    processes: [
      ownHealth(about.startedAtMs),
      { name: 'vision', state: { kind: 'stopped' }, restarts: 0 },
      { name: 'voice', state: { kind: 'stopped' }, restarts: 0 },
    ],
    cameras: [],
    voice: { kind: 'off', why: 'Lares is locked.' },
    broker: { kind: 'off' },
    notices,
  };
}

/** The hub that can answer is running. */
function ownHealth(sinceMs: number): ProcessHealth {
  return { name: 'hub', state: { kind: 'running', pid: process.pid, sinceMs }, restarts: 0 };
}
