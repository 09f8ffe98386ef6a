import { setImmediate } from 'node:timers/promises';
import { FaceId } from '../../contract/identifiers.ts';
import type { MemoryCounts } from '../../contract/memory.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { SpanWish } from '../../store/span-erasures.ts';
import type { Store } from '../../store/store.ts';
import type { Events } from '../events.ts';
import type { Recorder } from '../recording/recorder.ts';

/** So many events are asked for at a time: the hub answers others in between. */
const pageSize = 50;

export interface SpanErasing extends SpanWish {
  readonly store: Pick<
    Store,
    | 'clips'
    | 'spans'
    | 'faces'
    | 'notThem'
    | 'groups'
    | 'erasure'
    | 'transcript'
    | 'recordings'
    | 'eventFaces'
    | 'pictureSize'
  >;
  readonly events: Pick<Events, 'get' | 'remove' | 'inOrder'>;
  readonly recorder: Pick<Recorder, 'cut'>;
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Erases what the house remembers of a span of time: videos, events with their pictures and faces, faces that people are
 * recognised by and that were seen then, and what was said. Of each thing the key goes first and then the file; the rows are
 * overwritten by the scrub that is owed from the beginning on. Null when it was cut short: done again, it goes on.
 */
export async function eraseSpan(erasing: SpanErasing): Promise<MemoryCounts | null> {
  const { span, kept, store, recorder, signal } = erasing;
  await recorder.cut(span.cameraId);
  const { goes, kept: keptToo } = store.spans.contents(span);
  const wanted = kept ? sumOf(goes, keptToo) : goes;
  const total = wanted.clips + wanted.events + wanted.exchanges;
  store.erasure.owe();
  let done = 0;
  const step = async (): Promise<boolean> => {
    done += 1;
    erasing.progress(Math.min(done, total), total);
    await setImmediate();
    return !signal.aborted;
  };
  for (const id of store.spans.clips(erasing)) {
    await store.clips.remove(id);
    if (!(await step())) return null;
  }
  await eraseFaces(erasing);
  for (let ids = store.spans.events(erasing, pageSize); ids.length > 0;) {
    for (const id of ids) {
      await erasing.events.inOrder(() => erasing.events.remove(id)).catch(unlessGone);
      if (!(await step())) return null;
    }
    ids = store.spans.events(erasing, pageSize);
  }
  await eraseSaid(erasing);
  store.groups.tidy();
  store.erasure.removeStrays(span);
  store.spans.forgetTraces(span);
  return wanted;
}

/** While it is still known which visits they are of. */
async function eraseFaces({ store, ...wish }: SpanErasing): Promise<void> {
  for (const { kind, id } of store.spans.faces(wish))
    if (kind === 'person_face') await store.faces.remove(FaceId.parse(id));
    else await store.notThem.forget([id]);
}

async function eraseSaid({ store, span }: SpanErasing): Promise<void> {
  if (span.cameraId !== undefined) return;
  store.transcript.removeWithin(span.fromMs, span.toMs);
  await store.recordings.tidy();
}

function sumOf(one: MemoryCounts, other: MemoryCounts): MemoryCounts {
  return {
    events: one.events + other.events,
    pictures: one.pictures + other.pictures,
    faces: one.faces + other.faces,
    clips: one.clips + other.clips,
    clipBytes: one.clipBytes + other.clipBytes,
    exchanges: one.exchanges + other.exchanges,
  };
}

/** Its owner was faster. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Trouble && error.code === 'not_found')) throw error;
}
