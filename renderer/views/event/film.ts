import { useCallback, useEffect, useState, type RefObject } from 'react';
import { actOn, seekTo } from './film-deeds.ts';
import { type PlayerDeed, speedBeside } from './player-keys.ts';

interface FilmParts {
  readonly video: RefObject<HTMLVideoElement | null>;
  /** What moves along the scrub bar with every picture. */
  readonly head: RefObject<HTMLElement | null>;
  /** What fills the screen. */
  readonly figure: RefObject<HTMLElement | null>;
  /** When its pictures are shown; empty as long as that is not known. */
  readonly timesS: readonly number[];
  /** Where it begins to play. */
  readonly startS: number;
}

export interface Film extends FilmState {
  readonly speed: number;
  readonly act: (deed: PlayerDeed) => void;
  readonly seek: (atS: number) => void;
  readonly setSpeed: (speed: number) => void;
}

interface FilmState {
  readonly isPaused: boolean;
  readonly atS: number;
  /** 0 as long as it is not known. */
  readonly durationS: number;
}

/** A `<video>` and what can be done with it. */
export function useFilm({ video, head, figure, timesS, startS }: FilmParts): Film {
  const [state, setState] = useState<FilmState>({ isPaused: true, atS: 0, durationS: 0 });
  const [speed, setSpeed] = useState(1);
  const [beginS] = useState(startS);
  useEffect(() => {
    if (video.current !== null) return follow(video.current, { head, beginS, onState: setState });
    return undefined;
  }, [video, head, beginS]);
  const change = useCallback(
    (next: number) => {
      setSpeed(next);
      if (video.current !== null) video.current.playbackRate = next;
    },
    [video],
  );
  const seek = useCallback(
    (atS: number) => {
      if (video.current !== null) seekTo(video.current, atS);
    },
    [video],
  );
  const act = (deed: PlayerDeed): void => {
    if (deed.kind === 'speed') change(speedBeside(speed, deed.by));
    else if (deed.kind === 'full_screen') fillScreen(figure.current);
    else if (video.current !== null) actOn(video.current, deed, timesS);
  };
  return { ...state, speed, act, seek, setSpeed: change };
}

function fillScreen(figure: HTMLElement | null): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen();
  else void figure?.requestFullscreen().catch(() => undefined);
}

interface Following {
  readonly head: RefObject<HTMLElement | null>;
  readonly beginS: number;
  readonly onState: (state: FilmState) => void;
}

/** Tells how the film stands, and moves the head with it; returns the function that ends that. */
function follow(film: HTMLVideoElement, { head, beginS, onState }: Following): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const tell = (): void => {
    const durationS = Number.isFinite(film.duration) ? film.duration : 0;
    onState({ isPaused: film.paused, atS: film.currentTime, durationS });
  };
  for (const type of ['play', 'pause', 'timeupdate', 'seeked', 'durationchange', 'ended'])
    film.addEventListener(type, tell, { signal });
  const begin = (): void => {
    if (beginS > 0) seekTo(film, beginS);
  };
  film.addEventListener('loadedmetadata', begin, { signal, once: true });
  let frame = 0;
  const move = (): void => {
    if (head.current !== null && film.duration > 0 && !film.paused)
      head.current.style.left = `${((film.currentTime / film.duration) * 100).toFixed(3)}%`;
    frame = requestAnimationFrame(move);
  };
  move();
  return () => {
    abort.abort();
    cancelAnimationFrame(frame);
  };
}
