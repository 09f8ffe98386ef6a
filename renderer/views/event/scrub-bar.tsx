import { useRef, useState, type RefObject } from 'react';
import { useElementSize } from '../../parts/element-size.ts';
import { playTime } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import type { MovieTable } from './movie-table.ts';
import { frameHeight, frameWidth, useScrubFrames } from './scrub-frames.ts';
import { ScrubPreview } from './scrub-preview.tsx';

interface ScrubBarProps {
  readonly address: string;
  readonly table: MovieTable;
  readonly durationS: number;
  readonly atS: number;
  /** When the visit itself was, in seconds of the recording. */
  readonly visit: { readonly fromS: number; readonly untilS: number };
  /** What moves with the film, picture by picture. */
  readonly head: RefObject<HTMLSpanElement | null>;
  readonly onSeek: (atS: number) => void;
}

const heightPx = 48;

/** The recording from end to end, with pictures of it. */
export function ScrubBar(props: ScrubBarProps) {
  const { address, table, durationS, atS, visit, head, onSeek } = props;
  const bar = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width } = useElementSize(bar);
  const count = Math.min(16, Math.round(width / ((heightPx * frameWidth) / frameHeight)));
  const [overS, setOverS] = useState<number | null>(null);
  useScrubFrames({ address, table, count, canvas });
  const timeAt = (event: React.PointerEvent): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * durationS;
  };
  const share = (s: number): string =>
    `${(Math.min(1, Math.max(0, s / Math.max(0.001, durationS))) * 100).toFixed(2)}%`;
  return (
    <div
      ref={bar}
      role="slider"
      tabIndex={0}
      data-scrub
      aria-label={words.event.position}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationS)}
      aria-valuenow={Math.round(atS)}
      aria-valuetext={words.event.positionOf(playTime(atS), playTime(durationS))}
      onPointerDown={(press) => {
        press.currentTarget.setPointerCapture(press.pointerId);
        onSeek(timeAt(press));
      }}
      onPointerMove={(move) => {
        setOverS(timeAt(move));
        if (move.currentTarget.hasPointerCapture(move.pointerId)) onSeek(timeAt(move));
      }}
      onPointerUp={(up) => {
        if (up.pointerType !== 'mouse') setOverS(null);
      }}
      onPointerLeave={() => {
        setOverS(null);
      }}
      className="relative h-12 cursor-pointer touch-none bg-sunken select-none focus-visible:outline-offset-0"
    >
      <div className="absolute inset-0 overflow-hidden">
        <canvas
          key={`${address} ${count}`}
          ref={canvas}
          aria-hidden
          width={Math.max(1, count) * frameWidth}
          height={frameHeight}
          className="size-full"
        />
        <span
          aria-hidden
          title={words.event.seen}
          className="absolute bottom-0 h-1 bg-wanted"
          style={{ left: share(visit.fromS), width: `calc(${share(visit.untilS)} - ${share(visit.fromS)})` }}
        />
        <span
          ref={head}
          aria-hidden
          className="absolute inset-y-0 w-1 -translate-x-1/2 bg-white shadow-[0_0_0_1px_#000]"
          style={{ left: share(atS) }}
        />
      </div>
      {overS !== null && (
        <ScrubPreview strip={canvas} count={count} overS={overS} durationS={durationS} widthPx={width} />
      )}
    </div>
  );
}
