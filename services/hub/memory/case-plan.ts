import type { Clip } from '../../contract/clip.ts';
import type { Event } from '../../contract/event.ts';
import type { ClipId } from '../../contract/identifiers.ts';
import type { CaseWish, MemoryCounts } from '../../contract/memory.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { TranscriptEntry } from '../../contract/voice.ts';
import type { Store } from '../../store/store.ts';
import { clipsOf } from '../playback/clips-of.ts';

const mostEvents = 20_000;
const mostExchanges = 500;
/** What is around each piece, and told of it. */
const overheadBytes = 600;

/** What goes into a case file. */
export interface CasePlan {
  readonly of: CaseWish['of'];
  readonly events: readonly Event[];
  readonly clips: readonly Clip[];
  readonly exchanges: readonly TranscriptEntry[];
  readonly counts: MemoryCounts;
  readonly expectedBytes: number;
}

/** Throws Trouble `not_found` when there is nothing, `bad_input` when there is too much for one file. */
export async function planCase(
  store: Pick<Store, 'events' | 'clips' | 'spans' | 'transcript' | 'pictureSize'>,
  of: CaseWish['of'],
): Promise<CasePlan> {
  const events = eventsOf(store, of);
  const clips = clipsFor(store, of, events);
  const isSpan = of.kind === 'span' && of.cameraId === undefined;
  const exchanges = isSpan ? store.transcript.within({ ...of, match: null, limit: mostExchanges }) : [];
  if (events.length + clips.length + exchanges.length === 0) throw nothing();
  let pictureBytes = 0;
  for (const { id, hasSnapshot, hasFace } of events) {
    if (hasSnapshot) pictureBytes += await store.pictureSize({ kind: 'snapshot', id });
    if (hasFace) pictureBytes += await store.pictureSize({ kind: 'event_face', id });
  }
  const counts = {
    events: events.length,
    pictures: events.filter(({ hasSnapshot }) => hasSnapshot).length,
    faces: events.filter(({ hasFace }) => hasFace).length,
    clips: clips.length,
    clipBytes: clips.reduce((sum, { bytes }) => sum + bytes, 0),
    exchanges: exchanges.length,
  };
  const files = counts.pictures + counts.faces + counts.clips + counts.events;
  const expectedBytes = Math.round(counts.clipBytes * 1.001) + pictureBytes + (files + 4) * overheadBytes;
  return { of, events, clips, exchanges, counts, expectedBytes };
}

function eventsOf({ events, spans }: Pick<Store, 'events' | 'spans'>, of: CaseWish['of']): Event[] {
  const ids = of.kind === 'events' ? of.eventIds : spans.events({ span: of, kept: true }, mostEvents + 1);
  if (ids.length > mostEvents)
    throw new Trouble('bad_input', {
      what: `More happened in this time than fits into one case file (${mostEvents} events).`,
      advice: 'Choose a shorter time, or one camera.',
    });
  const found = ids.flatMap((id) => events.get(id) ?? []);
  return found.toSorted((one, other) => one.beganAtMs - other.beganAtMs);
}

function clipsFor(
  { clips, spans }: Pick<Store, 'clips' | 'spans'>,
  of: CaseWish['of'],
  events: readonly Event[],
): Clip[] {
  const found =
    of.kind === 'events'
      ? events.flatMap((event) => clipsOf(clips, event))
      : spans.clips({ span: of, kept: true }).flatMap((id) => clips.get(id) ?? []);
  const byId = new Map<ClipId, Clip>(found.map((clip) => [clip.id, clip]));
  return [...byId.values()].toSorted((one, other) => one.startedAtMs - other.startedAtMs);
}

function nothing(): Trouble {
  return new Trouble('not_found', {
    what: 'There is nothing of this that could be put into a case file.',
    advice: 'Choose another time, camera or event.',
  });
}
