import { stepFrom } from './movie-table.ts';
import type { PlayerDeed } from './player-keys.ts';

/** A step where nothing is known of the pictures. */
const guessedFrameS = 1 / 15;
/** So far into a picture, a player surely shows it and not the one before. */
const intoFrameS = 0.001;
/** Where a film that is on its way somewhere is to go next: asking it for each place of a drag would let none arrive. */
const wishes = new WeakMap<HTMLVideoElement, number>();

/** Does to the film what concerns it alone. `timesS`: when its pictures are shown. */
export function actOn(film: HTMLVideoElement, deed: PlayerDeed, timesS: readonly number[]): void {
  switch (deed.kind) {
    case 'toggle':
      if (film.paused) void film.play().catch(() => undefined);
      else film.pause();
      return;
    case 'skip':
      seekTo(film, film.currentTime + deed.byS);
      return;
    case 'step':
      film.pause();
      seekTo(film, stepped(film.currentTime, deed.by, timesS));
      return;
    case 'seek':
      seekTo(film, deed.share * film.duration);
      return;
    default:
  }
}

function stepped(atS: number, by: -1 | 1, timesS: readonly number[]): number {
  if (timesS.length === 0) return atS + by * guessedFrameS;
  const next = stepFrom(timesS, atS, by);
  return next === null ? atS : next + intoFrameS;
}

/** Goes there, or as soon as it has arrived where it goes now. */
export function seekTo(film: HTMLVideoElement, atS: number): void {
  const end = Number.isFinite(film.duration) ? film.duration : Infinity;
  const wished = Math.min(end, Math.max(0, atS));
  if (!film.seeking) {
    film.currentTime = wished;
    return;
  }
  const isAwaited = wishes.has(film);
  wishes.set(film, wished);
  if (isAwaited) return;
  const arrived = (): void => {
    const next = wishes.get(film);
    wishes.delete(film);
    if (next !== undefined) film.currentTime = next;
  };
  film.addEventListener('seeked', arrived, { once: true });
}
