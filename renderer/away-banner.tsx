import { CloudOff } from 'lucide-react';
import { useConnection } from './connection.ts';
import { words } from './words/words.ts';

/** Says that the hub is away. The page stays as it is beneath, and with it everything that was typed. */
export function AwayBanner() {
  if (useConnection() !== 'away') return null;
  return (
    <div role="alert" className="flex items-center gap-3 bg-warn-soft px-4 py-3 md:px-6">
      <CloudOff aria-hidden className="size-5 shrink-0 text-warn" />
      <p>
        <strong className="mr-2 font-semibold">{words.hub.awayTitle}</strong>
        {words.hub.awayDetail}
      </p>
    </div>
  );
}
