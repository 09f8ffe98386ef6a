import type { MemoryCounts } from '../../../services/contract/memory.ts';
import { bytes } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';

/** “3 visits, 2 videos”; empty where there is nothing. */
export function countWords({ events, pictures, faces, clips, clipBytes, exchanges }: MemoryCounts): string {
  const text = words.memory.span;
  return [
    events > 0 ? text.events(events) : '',
    clips > 0 ? text.clips(clips, bytes(clipBytes)) : '',
    pictures > 0 ? text.pictures(pictures) : '',
    faces > 0 ? text.faces(faces) : '',
    exchanges > 0 ? text.exchanges(exchanges) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Both together. */
export function sumOf(one: MemoryCounts, other: MemoryCounts): MemoryCounts {
  return {
    events: one.events + other.events,
    pictures: one.pictures + other.pictures,
    faces: one.faces + other.faces,
    clips: one.clips + other.clips,
    clipBytes: one.clipBytes + other.clipBytes,
    exchanges: one.exchanges + other.exchanges,
  };
}
