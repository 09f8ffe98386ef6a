import type { KeyboardEvent } from 'react';
import type { Line, Point } from '../../../services/contract/zone.ts';
import type { Size } from '../../parts/element-size.ts';
import { words } from '../../words/words.ts';
import { moveEnd, selectLine } from './line-draft.ts';
import { selectCorner } from './zone-draft.ts';
import { keyWays } from './zone-handles.tsx';
import { zoneLooks } from './zone-look.ts';
import { reach, type Change, type useZonePen } from './zone-pen.ts';

interface LineDrawingProps {
  readonly line: Line;
  readonly index: number;
  readonly isWorkedOn: boolean;
  /** The end that was touched last. */
  readonly touched: number | null;
  /** Something else is being drawn. */
  readonly isAside: boolean;
  readonly size: Size;
  readonly pen: ReturnType<typeof useZonePen>;
  readonly change: Change;
}

const look = zoneLooks.line;

/** A line with an arrow for each way that counts; the one that is worked on has ends to take. */
export function LineDrawing({
  line,
  index,
  isWorkedOn,
  touched,
  isAside,
  size,
  pen,
  change,
}: LineDrawingProps) {
  const ends = [line.from, line.to].map((point) => onScreen(point, size));
  const [from = { x: 0, y: 0 }, to = from] = ends;
  const ways = (['in', 'out'] as const).filter((way) => line.direction === 'both' || line.direction === way);
  const points = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  return (
    <g data-line={line.name} className={isAside ? 'pointer-events-none opacity-60' : ''}>
      <g
        className={isAside ? '' : 'cursor-pointer'}
        onPointerDown={() => {
          change((before) => selectLine(before, index));
        }}
      >
        <line {...points} strokeWidth={2 * reach} stroke="transparent" />
        <line
          {...points}
          strokeWidth={isWorkedOn ? 8 : 6}
          strokeLinecap="round"
          className="stroke-black/50"
        />
        <line {...points} strokeWidth={isWorkedOn ? 4 : 3} strokeLinecap="round" className={look.line} />
        {ways.map((way) => (
          <Arrow key={way} way={way} from={from} to={to} />
        ))}
      </g>
      {isWorkedOn &&
        ends.map((point, end) => (
          <g
            key={end}
            role="button"
            tabIndex={0}
            aria-label={words.lines.end(end + 1, line.name)}
            aria-description={words.lines.endKeys}
            data-end={end}
            transform={`translate(${point.x} ${point.y})`}
            className="group outline-none"
            onPointerDown={(event) => {
              pen.takeEnd(event, { line: index, end }, end === 0 ? line.from : line.to);
            }}
            onFocus={() => {
              change((before) => selectCorner(before, end));
            }}
            onKeyDown={(event) => {
              pressKey(event, { line, index, end }, change);
            }}
          >
            <circle r={reach} fill="transparent" className="group-focus-visible:fill-white/35" />
            <circle
              r={end === touched ? 12 : 10}
              strokeWidth={end === touched ? 5 : 3}
              className={`fill-[#14120f] group-focus-visible:stroke-white ${look.line}`}
            />
          </g>
        ))}
    </g>
  );
}

const shaft = 30;

/** From the middle of the line to the side where the way leads: in is at the right hand of who looks along the line. */
function Arrow({ way, from, to }: { readonly way: 'in' | 'out'; readonly from: Point; readonly to: Point }) {
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI + (way === 'in' ? 90 : -90);
  const turn = (angle * Math.PI) / 180;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const label = { x: middle.x + Math.cos(turn) * (shaft + 20), y: middle.y + Math.sin(turn) * (shaft + 16) };
  return (
    <g data-way={way} className="pointer-events-none">
      <g transform={`translate(${middle.x} ${middle.y}) rotate(${angle})`} fill="none" strokeLinecap="round">
        <path d={arrowPath} strokeWidth={7} strokeLinejoin="round" className="stroke-black/50" />
        <path d={arrowPath} strokeWidth={3} strokeLinejoin="round" className={look.line} />
      </g>
      <text
        x={label.x}
        y={label.y}
        textAnchor="middle"
        dominantBaseline="central"
        strokeWidth={4}
        className="fill-white stroke-black/70 text-sm font-semibold [paint-order:stroke]"
      >
        {words.lines.ways[way]}
      </text>
    </g>
  );
}

const arrowPath = `M 0 0 H ${shaft} M ${shaft - 9} -8 L ${shaft} 0 L ${shaft - 9} 8`;

interface Focused {
  readonly line: Line;
  readonly index: number;
  readonly end: number;
}

function pressKey(event: KeyboardEvent, { line, index, end }: Focused, change: Change): void {
  const way = keyWays[event.key];
  if (way === undefined) return;
  const step = event.shiftKey ? 0.05 : 0.01;
  const { x, y } = end === 0 ? line.from : line.to;
  change((before) => moveEnd(before, { line: index, end }, { x: x + way.x * step, y: y + way.y * step }));
  event.preventDefault();
}

function onScreen({ x, y }: Point, { width, height }: Size): Point {
  return { x: x * width, y: y * height };
}
