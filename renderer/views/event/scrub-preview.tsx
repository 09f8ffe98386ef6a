import { useEffect, useRef, type RefObject } from 'react';
import { playTime } from '../../words/times.ts';
import { frameHeight, frameWidth } from './scrub-frames.ts';

interface ScrubPreviewProps {
  /** The little pictures of the bar, so many side by side. */
  readonly strip: RefObject<HTMLCanvasElement | null>;
  readonly count: number;
  readonly overS: number;
  readonly durationS: number;
  readonly widthPx: number;
}

/** Above the scrub bar: the picture and the time beneath the pointer. */
export function ScrubPreview({ strip, count, overS, durationS, widthPx }: ScrubPreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const share = overS / Math.max(0.001, durationS);
  const number = Math.min(count - 1, Math.floor(share * count));
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (strip.current === null || number < 0) return;
    const part = [number * frameWidth, 0, frameWidth, frameHeight] as const;
    context?.drawImage(strip.current, ...part, 0, 0, frameWidth, frameHeight);
  }, [strip, number]);
  const left = Math.min(Math.max(0, share * widthPx - frameWidth / 2), Math.max(0, widthPx - frameWidth));
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute bottom-full z-10 mb-2 overflow-hidden rounded-lg border border-line bg-card shadow-xl"
      style={{ left, width: frameWidth }}
    >
      <canvas ref={canvas} width={frameWidth} height={frameHeight} className="block w-full bg-sunken" />
      <p className="py-1 text-center text-sm font-medium tabular-nums">{playTime(overS)}</p>
    </div>
  );
}
