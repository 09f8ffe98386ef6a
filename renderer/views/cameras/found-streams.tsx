import type { OnvifCamera, OnvifStream } from '../../../services/contract/onvif.ts';
import { Card } from '../../parts/card.tsx';
import { words } from '../../words/words.ts';

/** What the camera told of its streams. */
export function FoundStreams({ told }: { readonly told: OnvifCamera }) {
  return (
    <Card className="px-4 py-2">
      <h2 className="pt-1.5 text-sm font-semibold tracking-wide text-quiet">{words.finding.streams}</h2>
      <dl className="divide-y divide-line">
        <Stream name={words.finding.main} stream={told.main} />
        {told.sub !== null && <Stream name={words.finding.sub} stream={told.sub} />}
      </dl>
      {told.sub === null && (
        <p className="border-t border-line py-2.5 text-sm text-quiet">{words.finding.noSub}</p>
      )}
    </Card>
  );
}

function Stream({ name, stream }: { readonly name: string; readonly stream: OnvifStream }) {
  const { width, height, codec, framesPerSecond } = stream;
  const rate = framesPerSecond > 0 ? [words.finding.rate(framesPerSecond)] : [];
  return (
    <div className="flex flex-wrap justify-between gap-x-4 py-2.5">
      <dt className="text-quiet">{name}</dt>
      <dd className="font-medium tabular-nums">{[`${width} × ${height}`, codec, ...rate].join(', ')}</dd>
    </div>
  );
}
