import { useEffect, useRef, type RefObject } from 'react';
import { type BandSpan, moved, zoomed } from './band-span.ts';

interface Gestures {
  readonly span: BandSpan;
  readonly onSpan: (span: BandSpan) => void;
  /** A tap. */
  readonly onTap: (place: BandPlace) => void;
  /** The pointer is above this place, or is gone. */
  readonly onHover: (place: BandPlace | null) => void;
}

export interface BandPlace {
  /** From the left edge. */
  readonly xPx: number;
  readonly yPx: number;
  readonly atMs: number;
  /** In the window: the left edge of the band, and the lower edge of what is seen of it. */
  readonly leftPx: number;
  readonly belowPx: number;
}

/** A finger that moved less has tapped. */
const tapPx = 8;
const zoomPerPixel = 1.0022;

/** Dragging moves the band, two fingers or the wheel zoom it, and a tap chooses a moment. */
export function useBandGestures(element: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const now = useRef(gestures);
  useEffect(() => {
    now.current = gestures;
  });
  useEffect(() => {
    const band = element.current;
    if (band === null) return;
    const abort = new AbortController();
    const { signal } = abort;
    const hand = new BandHand(band, () => now.current);
    band.addEventListener('pointerdown', hand.down, { signal });
    band.addEventListener('pointermove', hand.move, { signal });
    band.addEventListener('pointerup', hand.up, { signal });
    band.addEventListener('pointercancel', hand.cancel, { signal });
    band.addEventListener('pointerleave', hand.leave, { signal });
    // The page must not scroll while the band zooms.
    band.addEventListener('wheel', hand.wheel, { signal, passive: false });
    return () => {
      abort.abort();
    };
  }, [element]);
}

interface Finger {
  readonly xPx: number;
  readonly fromXPx: number;
}

/** The fingers or the mouse on the band. */
class BandHand {
  readonly #band: HTMLElement;
  readonly #gestures: () => Gestures;
  readonly #fingers = new Map<number, Finger>();
  #isTap = false;

  constructor(band: HTMLElement, gestures: () => Gestures) {
    this.#band = band;
    this.#gestures = gestures;
  }

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#isTap = this.#fingers.size === 0;
    const xPx = this.#xOf(event);
    this.#fingers.set(event.pointerId, { xPx, fromXPx: xPx });
  };

  readonly move = (event: PointerEvent): void => {
    this.#gestures().onHover(this.#placeOf(event));
    const finger = this.#fingers.get(event.pointerId);
    if (finger === undefined) return;
    const xPx = this.#xOf(event);
    if (this.#isTap && Math.abs(xPx - finger.fromXPx) < tapPx) return;
    // Held only now, so that a tap stays one.
    if (this.#isTap) this.#band.setPointerCapture(event.pointerId);
    this.#isTap = false;
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.#fingers.set(event.pointerId, { ...finger, xPx });
    if (other === undefined) this.#moveBy(finger.xPx - xPx);
    else this.#pinch(other.xPx, finger.xPx, xPx);
  };

  readonly up = (event: PointerEvent): void => {
    const isTap = this.#isTap && this.#fingers.has(event.pointerId);
    this.#fingers.delete(event.pointerId);
    this.#isTap = false;
    if (isTap) this.#gestures().onTap(this.#placeOf(event));
    if (event.pointerType !== 'mouse') this.#gestures().onHover(null);
  };

  readonly cancel = (event: PointerEvent): void => {
    this.#fingers.delete(event.pointerId);
    this.#isTap = false;
    this.#gestures().onHover(null);
  };

  readonly leave = (event: PointerEvent): void => {
    if (!this.#fingers.has(event.pointerId)) this.#gestures().onHover(null);
    else if (this.#isTap) this.#fingers.delete(event.pointerId);
  };

  readonly wheel = (event: WheelEvent): void => {
    event.preventDefault();
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
      this.#moveBy(event.deltaX === 0 ? event.deltaY : event.deltaX);
      return;
    }
    const { span, onSpan } = this.#gestures();
    const factor = zoomPerPixel ** Math.max(-300, Math.min(300, event.deltaY));
    onSpan(zoomed(span, { factor, atMs: this.#placeOf(event).atMs, nowMs: Date.now() }));
  };

  #moveBy(byPx: number): void {
    const { span, onSpan } = this.#gestures();
    onSpan(moved(span, byPx * this.#msPerPx(), Date.now()));
  }

  /** The finger moves, the other one rests. */
  #pinch(restsPx: number, beforePx: number, xPx: number): void {
    const { span, onSpan } = this.#gestures();
    const apart = Math.max(20, Math.abs(xPx - restsPx));
    const factor = Math.max(20, Math.abs(beforePx - restsPx)) / apart;
    onSpan(zoomed(span, { factor, atMs: span.fromMs + restsPx * this.#msPerPx(), nowMs: Date.now() }));
  }

  #msPerPx(): number {
    const { fromMs, toMs } = this.#gestures().span;
    return (toMs - fromMs) / Math.max(1, this.#band.clientWidth);
  }

  #xOf(event: MouseEvent): number {
    return event.clientX - this.#band.getBoundingClientRect().left;
  }

  #placeOf(event: MouseEvent): BandPlace {
    const { left, top, bottom } = this.#band.getBoundingClientRect();
    const xPx = event.clientX - left;
    return {
      xPx,
      yPx: event.clientY - top,
      atMs: this.#gestures().span.fromMs + xPx * this.#msPerPx(),
      leftPx: left,
      belowPx: Math.min(bottom, this.#band.parentElement?.getBoundingClientRect().bottom ?? bottom),
    };
  }
}
