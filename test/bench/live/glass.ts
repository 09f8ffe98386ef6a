import type { Page } from 'playwright';
import { CLIP_SECONDS, CODE_BITS, SQUARES_ACROSS } from './timecode-clip.ts';

export interface Glass {
  /** From the camera's sending to its number being read from the page's canvas, sorted. */
  readonly latenciesMs: readonly number[];
  /** Different pictures that were drawn, a second and canvas. */
  readonly picturesPerSecond: number;
  readonly unreadable: number;
}

interface GlassOptions {
  /** When the cameras' picture 0 left, in milliseconds since 1970. */
  readonly startMs: number;
  readonly seconds: number;
  /** Of the stream that is shown. */
  readonly framesPerSecond: number;
}

/** Looks at all canvases of the page each time the screen is drawn, and reads which picture they show. */
export async function lookThrough(
  page: Page,
  { startMs, seconds, framesPerSecond }: GlassOptions,
): Promise<Glass> {
  const measured = await page.evaluate(
    async ({ startMs, seconds, bits, across, loopMs, pictureMs }) => {
      const canvases = [...document.querySelectorAll('[data-camera] canvas')].filter(
        (each) => each instanceof HTMLCanvasElement,
      );
      const latenciesMs: number[] = [];
      let unreadable = 0;
      const shown = new Map<HTMLCanvasElement, number>();
      const numberOn = (canvas: HTMLCanvasElement): number | null => {
        const side = canvas.width / across;
        const row = canvas.getContext('2d')?.getImageData(0, Math.round(side / 2), side * bits * 2, 1).data;
        const isWhite = (square: number) => (row?.[Math.round((square + 0.5) * side) * 4] ?? 0) > 127;
        let number = 0;
        for (let bit = 0; bit < bits; bit += 1) {
          if (isWhite(bit) === isWhite(bit + bits)) return null;
          if (isWhite(bit)) number += 2 ** bit;
        }
        return number;
      };
      const look = (canvas: HTMLCanvasElement): void => {
        const number = numberOn(canvas);
        const nowMs = performance.timeOrigin + performance.now();
        if (number === null) unreadable += 1;
        else if (shown.get(canvas) !== number) {
          const sinceMs = (((nowMs - startMs - number * pictureMs) % loopMs) + loopMs) % loopMs;
          if (shown.has(canvas)) latenciesMs.push(sinceMs);
          shown.set(canvas, number);
        }
      };
      const endMs = performance.now() + seconds * 1000;
      while (performance.now() < endMs) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        for (const canvas of canvases) look(canvas);
      }
      return { latenciesMs, unreadable, canvases: canvases.length };
    },
    {
      ...{ startMs, seconds, bits: CODE_BITS, across: SQUARES_ACROSS },
      ...{ loopMs: CLIP_SECONDS * 1000, pictureMs: 1000 / framesPerSecond },
    },
  );
  return {
    latenciesMs: measured.latenciesMs.sort((a, b) => a - b),
    picturesPerSecond: measured.latenciesMs.length / seconds / Math.max(1, measured.canvases),
    unreadable: measured.unreadable,
  };
}

/** The value below which a share of sorted values lies; null of none. */
export function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}
