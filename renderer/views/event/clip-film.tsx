import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Clip } from '../../../services/contract/clip.ts';
import type { Event } from '../../../services/contract/event.ts';
import { snapshotAddress } from '../events/snapshot-address.ts';
import { useFilm } from './film.ts';
import { fetchMovieTable, type MovieTable } from './movie-table.ts';
import { PlayerControls } from './player-controls.tsx';
import { deedByKey } from './player-keys.ts';
import { ScrubBar } from './scrub-bar.tsx';

interface ClipFilmProps {
  readonly address: string;
  readonly clip: Clip;
  readonly event: Event;
  readonly label: string;
  readonly onTrouble: () => void;
  readonly onEnded: () => void;
}

const noTable: MovieTable = { timesS: [], keysS: [] };
/** Of a recording that goes on all day, a visit is shown from so long before it. */
const beforeVisitS = 5;

/** A recording with what one needs to look at it closely. */
export function ClipFilm({ address, clip, event, label, onTrouble, onEnded }: ClipFilmProps) {
  const figure = useRef<HTMLElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const head = useRef<HTMLSpanElement>(null);
  const table = useQuery({
    queryKey: ['movie table', address],
    queryFn: ({ signal }) => fetchMovieTable(address, signal),
    networkMode: 'always',
    gcTime: 60_000,
  });
  const visit = visitIn(clip, event);
  const startS = clip.kind === 'continuous' ? Math.max(0, visit.fromS - beforeVisitS) : 0;
  const film = useFilm({ figure, video, head, timesS: table.data?.timesS ?? [], startS });
  const durationS = film.durationS === 0 ? clip.durationMs / 1000 : film.durationS;
  return (
    <figure
      ref={figure}
      data-player
      className="m-0 flex flex-col overflow-clip rounded-card border border-line bg-card fullscreen:rounded-none"
      onKeyDown={(press) => {
        // A button and the choice of the speed have keys of their own.
        if (press.ctrlKey || press.metaKey || press.altKey) return;
        if (press.target instanceof HTMLSelectElement) return;
        if (press.target instanceof HTMLButtonElement && press.key === ' ') return;
        const deed = deedByKey(press.key);
        if (deed === null) return;
        press.preventDefault();
        film.act(deed);
      }}
    >
      <video
        ref={video}
        src={address}
        poster={event.hasSnapshot ? snapshotAddress(event) : undefined}
        aria-label={label}
        className="block aspect-video max-h-[calc(100dvh-16rem)] min-h-40 w-full flex-1 cursor-pointer bg-black in-fullscreen:max-h-none"
        autoPlay
        muted
        playsInline
        onClick={() => {
          film.act({ kind: 'toggle' });
        }}
        onError={onTrouble}
        onEnded={onEnded}
      />
      <ScrubBar
        address={address}
        table={table.data ?? noTable}
        durationS={durationS}
        atS={film.atS}
        visit={visit}
        head={head}
        onSeek={film.seek}
      />
      <PlayerControls
        isPaused={film.isPaused}
        atS={film.atS}
        durationS={durationS}
        speed={film.speed}
        onDeed={film.act}
        onSpeed={film.setSpeed}
      />
    </figure>
  );
}

/** When the visit was, in seconds of its recording. */
function visitIn({ startedAtMs, durationMs }: Clip, { beganAtMs, endedAtMs }: Event) {
  const inClip = (ms: number): number => Math.min(durationMs, Math.max(0, ms - startedAtMs)) / 1000;
  return { fromS: inClip(beganAtMs), untilS: inClip(endedAtMs ?? startedAtMs + durationMs) };
}
