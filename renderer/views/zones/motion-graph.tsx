import { useRef } from 'react';
import { useElementSize } from '../../parts/element-size.ts';
import { percent } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import { momentsMs, type MotionMoment } from './motion-news.ts';

/** The top of the graph. A person who passes is a few percent, so that the scale is that of the square root. */
const top = 0.36;
const marks = [0.01, 0.09, 0.25];
const strip = 8;

/** The score of the last minute; beneath it, when something counted as motion. The newest is at the right. */
export function MotionGraph({ moments }: { readonly moments: readonly MotionMoment[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(frame);
  const newest = moments.at(-1)?.atMs ?? 0;
  const x = (atMs: number): number => width * (1 - (newest - atMs) / momentsMs);
  const floor = height - strip - 4;
  const y = (score: number): number => floor * (1 - Math.sqrt(Math.min(score, top) / top));
  const line = moments.map(({ atMs, score }) => `${x(atMs).toFixed(1)},${y(score).toFixed(1)}`).join(' L');
  const from = x(moments[0]?.atMs ?? 0).toFixed(1);
  return (
    <div>
      <div ref={frame} role="img" aria-label={words.zones.graph} data-graph={moments.length} className="h-28">
        <svg className="size-full" viewBox={`0 0 ${Math.max(1, width)} ${Math.max(1, height)}`}>
          {marks.map((mark) => (
            <g key={mark}>
              <line x1={0} x2={width} y1={y(mark)} y2={y(mark)} className="stroke-line" />
              <text x={2} y={y(mark) - 3} className="fill-quiet text-xs tabular-nums">
                {percent(mark)}
              </text>
            </g>
          ))}
          <line x1={0} x2={width} y1={floor} y2={floor} className="stroke-edge" />
          {moments.length > 1 && (
            <>
              <path d={`M${from},${floor} L${line} L${width},${floor} Z`} className="fill-accent/20" />
              <path d={`M${line}`} fill="none" strokeWidth={2} className="stroke-accent" />
            </>
          )}
          {moments.map(({ atMs, boxes }, index) => {
            const end = moments[index + 1]?.atMs ?? atMs + 200;
            // A pause in the news is no motion.
            const last = Math.min(end, atMs + 1000);
            return (
              boxes > 0 && (
                <rect
                  key={atMs}
                  x={x(atMs)}
                  y={height - strip}
                  width={x(last) - x(atMs) + 0.75}
                  height={strip}
                  className="fill-[#ff7043]"
                />
              )
            );
          })}
        </svg>
      </div>
      <div className="mt-1 flex justify-between text-xs text-quiet">
        <span>{words.zones.secondsAgo}</span>
        <span>{words.zones.now}</span>
      </div>
    </div>
  );
}
