import { useRef } from 'react';
import type { Point } from '../../../services/contract/zone.ts';
import { useElementSize, type Size } from '../../parts/element-size.ts';
import { words } from '../../words/words.ts';
import { LineDrawing } from './line-drawing.tsx';
import { canClose, select, type Outline, type ZoneDraft } from './zone-draft.ts';
import { ZoneHandles } from './zone-handles.tsx';
import { zoneLooks } from './zone-look.ts';
import { useZonePen, type Change } from './zone-pen.ts';

interface ZoneDrawingProps {
  readonly draft: ZoneDraft;
  readonly change: Change;
}

/** Zones and lines over a picture that fills its frame: a tap selects one, or sets the next corner of a new one. */
export function ZoneDrawing({ draft, change }: ZoneDrawingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useElementSize(frame);
  const pen = useZonePen(draft, change, size);
  const { plan, outline, selected } = draft;
  const worked = selected === null ? undefined : plan.zones[selected];
  return (
    <div ref={frame} className="absolute inset-0">
      <svg
        role="group"
        aria-label={words.zones.picture}
        data-drawing={outline === null ? 'off' : 'on'}
        className={`size-full touch-none overflow-visible ${outline === null ? '' : 'cursor-crosshair'}`}
        viewBox={`0 0 ${Math.max(1, size.width)} ${Math.max(1, size.height)}`}
        onPointerMove={pen.onPointerMove}
        onPointerUp={pen.onPointerUp}
        onPointerCancel={pen.onPointerUp}
      >
        <rect
          width="100%"
          height="100%"
          fill="transparent"
          onPointerDown={() => {
            change((before) => select(before, null));
          }}
        />
        {plan.zones.map((zone, index) => (
          <polygon
            key={index}
            data-zone={zone.name}
            points={pointsOf(zone.polygon, size)}
            fillRule="evenodd"
            strokeWidth={index === selected ? 4 : 2}
            strokeLinejoin="round"
            strokeDasharray={zone.kind === 'privacy' ? '8 5' : undefined}
            className={`${zoneLooks[zone.kind].shape} ${outline === null ? 'cursor-pointer' : 'pointer-events-none opacity-60'}`}
            onPointerDown={() => {
              change((before) => select(before, index));
            }}
          />
        ))}
        {plan.lines.map((line, index) => (
          <LineDrawing
            key={`line-${index}`}
            line={line}
            index={index}
            isWorkedOn={index === draft.line}
            touched={index === draft.line ? draft.corner : null}
            isAside={outline !== null}
            size={size}
            pen={pen}
            change={change}
          />
        ))}
        {worked !== undefined && selected !== null && (
          <ZoneHandles
            zone={worked}
            index={selected}
            touched={draft.corner}
            size={size}
            pen={pen}
            change={change}
          />
        )}
        {outline !== null && <OpenOutline outline={outline} size={size} closes={canClose(draft)} />}
      </svg>
    </div>
  );
}

interface OpenOutlineProps {
  readonly outline: Outline;
  readonly size: Size;
  readonly closes: boolean;
}

/** The corners so far. The first one grows when a tap on it closes the outline. */
function OpenOutline({ outline: { kind, polygon }, size, closes }: OpenOutlineProps) {
  const look = zoneLooks[kind];
  return (
    <g className="pointer-events-none">
      {closes && (
        <polygon points={pointsOf(polygon, size)} fillRule="evenodd" strokeWidth={0} className={look.shape} />
      )}
      <polyline points={pointsOf(polygon, size)} fill="none" strokeWidth={3} className={look.line} />
      {polygon.map(({ x, y }, corner) => (
        <g
          key={corner}
          transform={`translate(${x * size.width} ${y * size.height})`}
          data-open-corner={corner}
        >
          {corner === 0 && closes && (
            <circle r={22} strokeWidth={2.5} strokeDasharray="5 4" className={`fill-black/35 ${look.line}`} />
          )}
          <circle r={9} strokeWidth={3} className={`fill-[#14120f] ${look.line}`} />
        </g>
      ))}
    </g>
  );
}

function pointsOf(polygon: readonly Point[], { width, height }: Size): string {
  return polygon.map(({ x, y }) => `${x * width},${y * height}`).join(' ');
}
