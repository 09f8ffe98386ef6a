import { Film, Image } from 'lucide-react';
import { useState } from 'react';
import type { Event } from '../../../services/contract/event.ts';
import { Button } from '../../parts/button.tsx';
import { duration } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { ClipPlayer } from './clip-player.tsx';
import { ExportClip } from './export-clip.tsx';
import { Snapshot } from './snapshot.tsx';
import { useVisitClips } from './visit-clips.ts';

interface VisitPictureProps {
  readonly event: Event;
  readonly camera: string;
}

/** What there is to see of a visit: its best picture, and its recording, when there is one. */
export function VisitPicture({ event, camera }: VisitPictureProps) {
  const clips = useVisitClips(event);
  const [watching, setWatching] = useState(false);
  const recording = clips.some(({ state }) => state === 'recording');
  const seconds = clips.reduce((sum, { durationMs }) => sum + durationMs, 0);
  if (clips.length === 0) return <Snapshot event={event} camera={camera} />;
  return (
    <div className="flex flex-col gap-3">
      {watching ? (
        <ClipPlayer event={event} camera={camera} clips={clips} />
      ) : (
        <Snapshot event={event} camera={camera} />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          kind={watching ? 'plain' : 'primary'}
          onClick={() => {
            setWatching(!watching);
          }}
        >
          {watching ? <Image aria-hidden className="size-5" /> : <Film aria-hidden className="size-5" />}
          {watching ? words.event.showPicture : words.event.play}
        </Button>
        {!recording &&
          clips.map((clip, index) => (
            <ExportClip
              key={clip.id}
              clip={clip}
              label={
                clips.length === 1 ? words.event.saveRecording : words.event.saveRecordingPart(index + 1)
              }
            />
          ))}
        <p className="text-sm text-quiet" role="status">
          {recording ? words.event.stillRecording(duration(seconds)) : duration(seconds)}
          {clips.some(({ state }) => state === 'cut') && ` · ${words.event.cutOff}`}
        </p>
      </div>
    </div>
  );
}
