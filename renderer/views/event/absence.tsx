import { VideoOff } from 'lucide-react';
import { said } from '../../words/said.ts';
import { words } from '../../words/words.ts';

interface AbsenceProps {
  readonly why: string | undefined;
}

/** In place of a picture: that there was none, and why. */
export function Absence({ why }: AbsenceProps) {
  return (
    <div className="grid min-h-64 place-items-center lg:min-h-96 rounded-card bg-sunken p-6 text-center">
      <div className="flex max-w-md flex-col items-center gap-2">
        <VideoOff aria-hidden strokeWidth={1.5} className="size-10 text-quiet" />
        <p className="text-lg font-semibold">{words.event.offlineTitle}</p>
        {why !== undefined && <p className="text-quiet">{said(why)}</p>}
      </div>
    </div>
  );
}
