import type { KeyboardEvent } from 'react';
import type { Point, Zone } from '../../../services/contract/zone.ts';
import type { Size } from '../../parts/element-size.ts';
import { words } from '../../words/words.ts';
import { endStep, insertCorner, moveCorner, removeCorner, selectCorner } from './zone-draft.ts';
import { zoneLooks } from './zone-look.ts';
import { reach, type Change, type useZonePen } from './zone-pen.ts';

interface ZoneHandlesProps {
  readonly zone: Zone;
  readonly index: number;
  /** The corner that was touched last. */
  readonly touched: number | null;
  readonly size: Size;
  readonly pen: ReturnType<typeof useZonePen>;
  readonly change: Change;
}

/** Shorter edges, in pixels, have no handle in their middle: there is no room between those of their corners. */
const leastEdge = 72;
/** What moves a handle by keys, and where to. */
export const keyWays: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What a zone is moved by: its corners, and the middles of its edges for new ones. */
export function ZoneHandles({ zone, index, touched, size, pen, change }: ZoneHandlesProps) {
  const look = zoneLooks[zone.kind];
  const edges = zone.polygon.map((from, corner) => {
    const to = zone.polygon[(corner + 1) % zone.polygon.length] ?? from;
    return {
      corner,
      middle: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
      length: lengthOf(from, to, size),
    };
  });
  return (
    <>
      {edges
        .filter(({ length }) => length >= leastEdge)
        .map(({ corner, middle }) => (
          <g
            key={`middle-${corner}`}
            aria-hidden
            data-middle={corner}
            transform={`translate(${middle.x * size.width} ${middle.y * size.height})`}
            onPointerDown={(event) => {
              pen.takeMiddle(event, { zone: index, corner }, middle);
            }}
          >
            <circle r={reach} fill="transparent" />
            <circle r={6} strokeWidth={2} className={`fill-black/60 ${look.line}`} />
          </g>
        ))}
      {zone.polygon.map((point, corner) => (
        <g
          key={`corner-${corner}`}
          role="button"
          tabIndex={0}
          aria-label={words.zones.corner(corner + 1, zone.name)}
          aria-description={words.zones.cornerKeys}
          data-corner={corner}
          transform={`translate(${point.x * size.width} ${point.y * size.height})`}
          className="group outline-none"
          onPointerDown={(event) => {
            pen.takeCorner(event, { zone: index, corner }, point);
          }}
          onFocus={() => {
            change((before) => selectCorner(before, corner));
          }}
          onKeyDown={(event) => {
            pressKey(event, { zone: index, corner, point, edge: edges[corner]?.middle }, change);
          }}
        >
          <circle r={reach} fill="transparent" className="group-focus-visible:fill-white/35" />
          <circle
            r={corner === touched ? 12 : 10}
            strokeWidth={corner === touched ? 5 : 3}
            className={`fill-[#14120f] group-focus-visible:stroke-white ${look.line}`}
          />
        </g>
      ))}
    </>
  );
}

interface Focused {
  readonly zone: number;
  readonly corner: number;
  readonly point: Point;
  /** The middle of the edge behind the corner. */
  readonly edge: Point | undefined;
}

function pressKey(event: KeyboardEvent, { zone, corner, point, edge }: Focused, change: Change): void {
  const way = keyWays[event.key];
  const step = event.shiftKey ? 0.05 : 0.01;
  if (way !== undefined)
    change((before) =>
      moveCorner(before, { zone, corner }, { x: point.x + way.x * step, y: point.y + way.y * step }),
    );
  else if (event.key === 'Delete' || event.key === 'Backspace')
    change((before) => removeCorner(before, zone, corner));
  else if ((event.key === '+' || event.key === 'Insert') && edge !== undefined)
    change((before) => endStep(insertCorner(endStep(before), { zone, corner }, edge)));
  else return;
  event.preventDefault();
}

function lengthOf(a: Point, b: Point, { width, height }: Size): number {
  return Math.hypot((a.x - b.x) * width, (a.y - b.y) * height);
}
