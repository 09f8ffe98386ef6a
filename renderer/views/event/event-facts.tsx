import type { Event } from '../../../services/contract/event.ts';
import { useNow } from '../../house/now.ts';
import { Card } from '../../parts/card.tsx';
import { percent } from '../../words/numbers.ts';
import { clock, duration, moment } from '../../words/times.ts';
import { words } from '../../words/words.ts';

interface EventFactsProps {
  readonly event: Event;
  readonly camera: string;
}

/** Where, when, how long, how certain; of a camera that was offline no more than the time. */
export function EventFacts({ event, camera }: EventFactsProps) {
  const now = useNow(1000);
  const { identity } = event;
  const facts = event.label === 'camera_offline' ? absenceFacts(event, now) : visitFacts(event, now);
  return (
    <Card className="px-4 py-2">
      <dl className="divide-y divide-line">
        {[[words.event.camera, camera] as const, ...facts].map(([name, value], index) => (
          // The same line may be crossed more than once; facts never change their order.
          <div key={`${index}${name}`} className="flex justify-between gap-4 py-2.5">
            <dt className="text-quiet">{name}</dt>
            <dd className="min-w-0 truncate text-right font-medium tabular-nums" dir="auto" title={value}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {event.label === 'person' && identity.kind === 'no_face' && (
        <p className="border-t border-line py-2.5 text-sm text-quiet">{words.who.noFaceDetail}</p>
      )}
    </Card>
  );
}

type Facts = readonly (readonly [string, string])[];

function visitFacts({ beganAtMs, endedAtMs, score, zones, crossings }: Event, now: number): Facts {
  return [
    [words.event.began, moment(beganAtMs, now)],
    [words.event.ended, endedAtMs === null ? words.event.stillHere : clock(endedAtMs)],
    [words.event.stayed, duration((endedAtMs ?? now) - beganAtMs)],
    [words.event.certainty, percent(score)],
    ...(zones === undefined || zones.length === 0 ? [] : [[words.event.zones, zones.join(', ')] as const]),
    ...(crossings ?? []).map(
      ({ line, direction, atMs }) =>
        [
          words.event.crossed,
          words.event.crossingAt(words.event.crossing[direction](line), clock(atMs)),
        ] as const,
    ),
  ];
}

function absenceFacts({ beganAtMs, endedAtMs }: Event, now: number): Facts {
  return [
    [words.event.offlineBegan, moment(beganAtMs, now)],
    [words.event.offlineEnded, endedAtMs === null ? words.event.stillOffline : moment(endedAtMs, now)],
    [words.event.offlineFor, duration((endedAtMs ?? now) - beganAtMs)],
  ];
}
