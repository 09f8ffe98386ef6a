import { useRef, type PointerEvent } from 'react';
import type { Point } from '../../../services/contract/zone.ts';
import type { Size } from '../../parts/element-size.ts';
import { type EndPlace, moveEnd } from './line-draft.ts';
import {
  addCorner,
  canClose,
  closeOutline,
  endStep,
  insertCorner,
  moveCorner,
  selectCorner,
  type ZoneDraft,
} from './zone-draft.ts';
import { words } from '../../words/words.ts';

export type Change = (step: (draft: ZoneDraft) => ZoneDraft) => void;

interface CornerPlace {
  readonly zone: number;
  readonly corner: number;
}

interface Grip {
  readonly move: (draft: ZoneDraft, to: Point) => ZoneDraft;
  /** From the finger to the corner, so that nothing jumps when it is taken. */
  readonly x: number;
  readonly y: number;
}

/** Half of a handle that a finger can hit, in pixels. */
export const reach = 24;

/** Drawing and dragging on the picture. Pointers are followed by the whole drawing, so that a finger may leave its handle. */
export function useZonePen(draft: ZoneDraft, change: Change, size: Size) {
  const grip = useRef<Grip | null>(null);
  const take = (event: PointerEvent<SVGElement>, corner: Point, move: Grip['move']): void => {
    const { x, y } = placeOf(event);
    grip.current = { move, x: corner.x - x, y: corner.y - y };
    event.currentTarget.ownerSVGElement?.setPointerCapture(event.pointerId);
    event.stopPropagation();
  };
  return {
    /** A corner is taken to be dragged. */
    takeCorner: (event: PointerEvent<SVGElement>, at: CornerPlace, corner: Point): void => {
      change((before) => selectCorner(endStep(before), at.corner));
      take(event, corner, (before, to) => moveCorner(before, at, to));
    },
    /** An end of a line is taken to be dragged. */
    takeEnd: (event: PointerEvent<SVGElement>, { line, end }: EndPlace, point: Point): void => {
      change((before) => selectCorner(endStep(before), end));
      take(event, point, (before, to) => moveEnd(before, { line, end }, to));
    },
    /** The middle of the edge behind `at` becomes a corner, which is dragged. */
    takeMiddle: (event: PointerEvent<SVGElement>, at: CornerPlace, middle: Point): void => {
      change((before) => insertCorner(endStep(before), at, middle));
      take(event, middle, (before, to) => moveCorner(before, { ...at, corner: at.corner + 1 }, to));
    },
    onPointerMove: (event: PointerEvent<SVGElement>): void => {
      const held = grip.current;
      if (held === null) return;
      const { x, y } = placeOf(event);
      change((before) => held.move(before, { x: x + held.x, y: y + held.y }));
    },
    onPointerUp: (event: PointerEvent<SVGElement>): void => {
      const wasHeld = grip.current !== null;
      grip.current = null;
      if (wasHeld) change(endStep);
      else if (draft.outline !== null && event.button === 0) {
        const place = placeOf(event);
        change((before) => tapped(before, place, size));
      }
    },
  };
}

/** A tap sets the next corner of the outline, or closes it by its first one; the second one ends a line. */
function tapped(draft: ZoneDraft, place: Point, { width, height }: Size): ZoneDraft {
  if (draft.outline?.kind === 'line') return closeOutline(addCorner(draft, place), words.lines.name);
  const first = draft.outline?.polygon[0];
  if (draft.outline === null || first === undefined || !canClose(draft)) return addCorner(draft, place);
  const away = Math.hypot((first.x - place.x) * width, (first.y - place.y) * height);
  return away <= reach ? closeOutline(draft, words.zones.names[draft.outline.kind]) : addCorner(draft, place);
}

function placeOf(event: PointerEvent<SVGElement>): Point {
  const frame = (event.currentTarget.ownerSVGElement ?? event.currentTarget).getBoundingClientRect();
  return { x: (event.clientX - frame.left) / frame.width, y: (event.clientY - frame.top) / frame.height };
}
