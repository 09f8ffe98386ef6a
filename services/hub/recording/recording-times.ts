import type { Settings } from '../../contract/settings.ts';
import { clockOf } from '../../contract/time-of-day.ts';
import type { DiskWatch } from '../retention/disk-watch.ts';
import type { HouseSettings } from '../settings.ts';
import { Signal } from '../signal.ts';
import type { RecordingNow } from './may-record.ts';

/** A span of the day begins and ends at a minute. */
const everyMs = 10_000;

interface Parts {
  readonly settings: Pick<HouseSettings, 'get' | 'changed'>;
  readonly disk: Pick<DiskWatch, 'isWell' | 'changed' | 'suspect'>;
  readonly now?: () => Date;
}

/** What it is now that decides whether cameras may be recorded. */
export class RecordingTimes {
  readonly changed = new Signal<RecordingNow>();
  readonly #parts: Parts;
  readonly #deaf: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #told: RecordingNow;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#told = this.now();
  }

  /** Nobody tells Lares who is at home; a house that is not armed is one with somebody in it. */
  now(): RecordingNow {
    const { settings, disk, now = () => new Date() } = this.#parts;
    return { clock: clockOf(now()), isHome: isHome(settings.get()), isDiskWell: disk.isWell };
  }

  /** A recording could not be written. */
  suspectDisk(): void {
    this.#parts.disk.suspect();
  }

  start(): void {
    const look = (): void => {
      this.#look();
    };
    this.#deaf.push(this.#parts.settings.changed.listen(look), this.#parts.disk.changed.listen(look));
    this.#timer = setInterval(look, everyMs);
  }

  /** May be called again. */
  stop(): void {
    clearInterval(this.#timer);
    for (const end of this.#deaf) end();
  }

  #look(): void {
    const now = this.now();
    const { clock, isHome, isDiskWell } = this.#told;
    if (now.clock === clock && now.isHome === isHome && now.isDiskWell === isDiskWell) return;
    this.#told = now;
    this.changed.send(now);
  }
}

function isHome({ armed }: Pick<Settings, 'armed'>): boolean {
  return !armed;
}
