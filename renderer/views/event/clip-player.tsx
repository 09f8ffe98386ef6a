import { useState } from 'react';
import type { Clip } from '../../../services/contract/clip.ts';
import type { Event } from '../../../services/contract/event.ts';
import { codecName } from '../../live/codec-name.ts';
import { Message } from '../../parts/message.tsx';
import { said } from '../../words/said.ts';
import { clock } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { clipAddress } from './clip-address.ts';
import { ClipFilm } from './clip-film.tsx';
import { Snapshot } from './snapshot.tsx';

interface ClipPlayerProps {
  readonly event: Event;
  readonly camera: string;
  /** One after the other, oldest first. */
  readonly clips: readonly Clip[];
}

/** What is played: as it was when it was opened, though the recording goes on. */
interface Playing {
  readonly number: number;
  readonly address: string;
}

/** Plays the recordings of a visit, from before it until after it. */
export function ClipPlayer({ event, camera, clips }: ClipPlayerProps) {
  const [playing, setPlaying] = useState<Playing>(() => playingOf(clips, 0));
  const [trouble, setTrouble] = useState<string | null>(null);
  const clip = clips[playing.number];
  if (clip === undefined) return null;
  const play = (number: number): void => {
    setTrouble(null);
    setPlaying(playingOf(clips, number));
  };
  return (
    <div className="flex flex-col gap-3">
      {trouble === null ? (
        <ClipFilm
          key={playing.address}
          address={playing.address}
          clip={clip}
          event={event}
          label={words.event.recordingOf(camera, clock(clip.startedAtMs))}
          onTrouble={() => {
            void troubleOf(clip).then(setTrouble);
          }}
          onEnded={() => {
            if (playing.number + 1 < clips.length) play(playing.number + 1);
          }}
        />
      ) : (
        <>
          <Snapshot event={event} camera={camera} />
          <Message kind="error">{trouble}</Message>
        </>
      )}
      {clips.length > 1 && (
        <div className="flex flex-wrap gap-2">
          {clips.map(({ id, startedAtMs }, number) => (
            <button
              key={id}
              type="button"
              aria-current={number === playing.number}
              onClick={() => {
                play(number);
              }}
              className="min-h-12 min-w-20 rounded-xl border border-line px-4 tabular-nums aria-[current=true]:bg-accent-soft aria-[current=true]:text-accent"
            >
              {clock(startedAtMs)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Why a clip can't be played: the hub says it, or else it is the browser that does not know the codec. */
async function troubleOf(clip: Clip): Promise<string> {
  const answer = await fetch(clipAddress(clip), { headers: { Range: 'bytes=0-0' } }).catch(() => null);
  if (answer === null) return words.hub.away;
  if (answer.ok && !clip.codec.startsWith('avc1')) return words.event.unplayable(codecName(clip.codec));
  const isSentence = !answer.ok && answer.headers.get('Content-Type')?.startsWith('text/plain') === true;
  return isSentence ? said(await answer.text()) : words.event.recordingFailed;
}

function playingOf(clips: readonly Clip[], number: number): Playing {
  const clip = clips[number];
  return { number, address: clip === undefined ? '' : clipAddress(clip) };
}
