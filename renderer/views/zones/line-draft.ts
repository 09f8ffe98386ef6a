import type { Line, Point } from '../../../services/contract/zone.ts';
import { changed, within, type ZoneDraft } from './zone-draft.ts';

/** An end of a line: 0 its first, 1 its second. */
export interface EndPlace {
  readonly line: number;
  readonly end: number;
}

export function selectLine(draft: ZoneDraft, line: number | null): ZoneDraft {
  return draft.outline === null ? { ...draft, selected: null, line, corner: null } : draft;
}

export function editLine(draft: ZoneDraft, index: number, change: Partial<Line>): ZoneDraft {
  const lines = draft.plan.lines.map((line, at) => (at === index ? { ...line, ...change } : line));
  return changed(draft, { ...draft.plan, lines }, `line ${index} ${Object.keys(change).join()}`);
}

export function removeLine(draft: ZoneDraft, index: number): ZoneDraft {
  const lines = draft.plan.lines.filter((_, at) => at !== index);
  return { ...changed(draft, { ...draft.plan, lines }, ''), line: null, corner: null };
}

/** The ends never meet: a line without a length has no sides. */
export function moveEnd(draft: ZoneDraft, { line, end }: EndPlace, to: Point): ZoneDraft {
  const known = draft.plan.lines[line];
  if (known === undefined) return draft;
  const place = within(to);
  const other = end === 0 ? known.to : known.from;
  if (place.x === other.x && place.y === other.y) return draft;
  return editLine(draft, line, end === 0 ? { from: place } : { to: place });
}

/** What was in is out: its ends change places, and so do the ways that count. */
export function turnLine(draft: ZoneDraft, index: number): ZoneDraft {
  const line = draft.plan.lines[index];
  return line === undefined ? draft : editLine(draft, index, { from: line.to, to: line.from });
}
