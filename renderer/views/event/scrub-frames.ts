import { useEffect, type RefObject } from 'react';
import type { MovieTable } from './movie-table.ts';

/** Of each little picture on the scrub bar, in the pixels of its canvas. */
export const frameWidth = 160;
export const frameHeight = 90;

interface ScrubFrames {
  readonly address: string;
  readonly table: MovieTable;
  /** How many there is room for. */
  readonly count: number;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}

/**
 * Draws pictures of the recording itself along the scrub bar: a second player, which nobody sees, goes to the key frame next
 * to each place. So they are decrypted in flight like the film, and are nowhere but on the page.
 */
export function useScrubFrames({ address, table, count, canvas }: ScrubFrames): void {
  useEffect(() => {
    const abort = new AbortController();
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || count === 0) return;
    void drawFrames({ address, times: frameTimes(table, count), context, signal: abort.signal });
    return () => {
      abort.abort();
    };
  }, [address, table, count, canvas]);
}

/** For each place the time of the key frame nearest to its middle, or the middle where none is near. */
export function frameTimes({ timesS, keysS }: MovieTable, count: number): readonly number[] {
  const partS = ((timesS.at(-1) ?? 0) + 0.001) / count;
  return Array.from({ length: count }, (_, index) => {
    const middleS = (index + 0.5) * partS;
    const near = keysS.reduce(
      (best, key) => (Math.abs(key - middleS) < Math.abs(best - middleS) ? key : best),
      Infinity,
    );
    return Math.abs(near - middleS) <= partS / 2 ? near : middleS;
  });
}

/** Every second one first, so that the whole recording is seen soon. */
export function coarseFirst(count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  return [...all.filter((index) => index % 2 === 0), ...all.filter((index) => index % 2 === 1)];
}

interface Drawing {
  readonly address: string;
  readonly times: readonly number[];
  readonly context: CanvasRenderingContext2D;
  readonly signal: AbortSignal;
}

async function drawFrames({ address, times, context, signal }: Drawing): Promise<void> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  video.src = address;
  try {
    await happens(video, 'loadeddata', signal);
    for (const index of coarseFirst(times.length)) {
      const seeked = happens(video, 'seeked', signal);
      video.currentTime = times[index] ?? 0;
      await seeked;
      context.drawImage(video, index * frameWidth, 0, frameWidth, frameHeight);
      context.canvas.dataset['frames'] = `${Number(context.canvas.dataset['frames'] ?? 0) + 1}`;
    }
  } catch {
    // What can't be played has no little pictures either; the player says why.
  } finally {
    video.removeAttribute('src');
    video.load();
  }
}

function happens(video: HTMLVideoElement, type: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { once: true, signal };
    video.addEventListener(
      type,
      () => {
        resolve();
      },
      options,
    );
    video.addEventListener(
      'error',
      () => {
        reject(new Error('not played'));
      },
      options,
    );
    signal.addEventListener(
      'abort',
      () => {
        reject(new Error('not wanted'));
      },
      { once: true },
    );
  });
}
