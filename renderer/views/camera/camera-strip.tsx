import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { CameraView } from '../../../services/contract/camera.ts';
import type { CameraId } from '../../../services/contract/identifiers.ts';
import { useElementSize } from '../../parts/element-size.ts';
import { words } from '../../words/words.ts';
import { CameraPanel } from './camera-panel.tsx';

interface CameraStripProps {
  readonly cameras: readonly CameraView[];
  readonly cameraId: CameraId;
  readonly onTurn: (cameraId: CameraId) => void;
}

/** Between two pictures, in pixels: what only touches the edge of the screen would count as seen. */
const gapPx = 16;
/** A swipe has come to rest when it was still for so long. */
const settlesAfterMs = 120;
const step =
  'absolute top-1/2 z-10 grid size-14 -translate-y-1/2 place-items-center rounded-full bg-[#14120f]/60 text-[#f6f2ea] hover:bg-[#14120f]/85';

/** All cameras side by side, one of them seen: a swipe or an arrow key turns to its neighbours, whose pictures are there already. */
export function CameraStrip({ cameras, cameraId, onTurn }: CameraStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(strip);
  const index = cameras.findIndex(({ id }) => id === cameraId);
  const turnBy = (by: number) => {
    const next = cameras[index + by];
    if (next !== undefined) onTurn(next.id);
  };
  useTurned(strip, { index, width });
  useSwiped(strip, (seen) => {
    const there = cameras[seen];
    if (seen !== index && there !== undefined) onTurn(there.id);
  });
  useArrowKeys(turnBy);
  return (
    <div className="relative">
      <div
        ref={strip}
        role="group"
        tabIndex={0}
        aria-label={words.presence.cameraOf(index + 1, cameras.length)}
        style={{ gap: gapPx }}
        className="flex h-[calc(100dvh-9.5rem)] min-h-60 snap-x snap-mandatory overflow-x-auto overflow-y-hidden overscroll-x-contain rounded-card [scrollbar-width:none] max-sm:h-[60dvh]"
      >
        {cameras.map((camera, place) => (
          <CameraPanel key={camera.id} camera={camera} distance={Math.abs(place - index)} />
        ))}
      </div>
      {index > 0 && (
        <button
          type="button"
          aria-label={words.presence.previousCamera}
          className={`${step} left-3`}
          onClick={() => {
            turnBy(-1);
          }}
        >
          <ChevronLeft aria-hidden className="size-7" />
        </button>
      )}
      {index < cameras.length - 1 && (
        <button
          type="button"
          aria-label={words.presence.nextCamera}
          className={`${step} right-3`}
          onClick={() => {
            turnBy(1);
          }}
        >
          <ChevronRight aria-hidden className="size-7" />
        </button>
      )}
    </div>
  );
}

type Strip = React.RefObject<HTMLElement | null>;

/** Scrolls to the camera that is shown: at once when the screen opens or its size changes, else as a turn that one can follow. */
function useTurned(strip: Strip, { index, width }: { readonly index: number; readonly width: number }): void {
  const widthBefore = useRef(0);
  useLayoutEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || widthBefore.current !== width;
    widthBefore.current = width;
    strip.current?.scrollTo({ left: index * (width + gapPx), behavior: calm ? 'instant' : 'smooth' });
  }, [strip, index, width]);
}

/**
 * Tells which camera a swipe has come to. A turn of our own ends where it should, so that only its end counts, not a place on the way;
 * browsers that don't tell the end are waited for. A strip that is hidden, as while another screen is fetched, has come to nothing.
 */
function useSwiped(strip: Strip, onSettled: (index: number) => void): void {
  const settled = useEffectEvent(onSettled);
  useEffect(() => {
    const element = strip.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      if (element.clientWidth > 0) settled(Math.round(element.scrollLeft / (element.clientWidth + gapPx)));
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(end, settlesAfterMs);
    };
    const [event, heard] =
      'onscrollend' in window ? (['scrollend', end] as const) : (['scroll', wait] as const);
    element.addEventListener(event, heard, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener(event, heard);
    };
  }, [strip]);
}

/** Arrow keys turn wherever the focus is, but in a field. */
function useArrowKeys(turnBy: (by: number) => void): void {
  const turn = useEffectEvent(turnBy);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
      if (by === 0 || typing !== null || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      turn(by);
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
    };
  }, []);
}
