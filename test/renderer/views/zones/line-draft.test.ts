import { describe, expect, it } from 'vitest';
import {
  editLine,
  moveEnd,
  removeLine,
  selectLine,
  turnLine,
} from '../../../../renderer/views/zones/line-draft.ts';
import {
  addCorner,
  canClose,
  closeAsRectangle,
  closeOutline,
  draftOf,
  isSame,
  mostLines,
  select,
  startOutline,
  undo,
  type ZoneDraft,
  type ZonePlan,
} from '../../../../renderer/views/zones/zone-draft.ts';

const empty: ZonePlan = { zones: [], lines: [], sensitivity: { day: null, night: null } };
const from = { x: 0.2, y: 0.5 };
const to = { x: 0.8, y: 0.6 };

function drawn(draft: ZoneDraft = draftOf(empty)): ZoneDraft {
  return closeOutline(addCorner(addCorner(startOutline(draft, 'line'), from), to), 'Gate');
}

describe('a draft of lines', () => {
  it('makes a line of two ends, and works on it', () => {
    const first = addCorner(startOutline(draftOf(empty), 'line'), from);
    expect(canClose(first)).toBe(false);
    expect(closeOutline(first, 'Gate')).toBe(first);
    expect(addCorner(first, from)).toBe(first);
    const draft = drawn();
    expect(draft.plan.lines).toEqual([{ name: 'Gate', from, to, direction: 'both' }]);
    expect([draft.outline, draft.selected, draft.line]).toEqual([null, null, 0]);
    expect(drawn(draft).plan.lines.map(({ name }) => name)).toEqual(['Gate', 'Gate 2']);
  });

  it('takes a line in the middle for who has no pointer', () => {
    const draft = closeAsRectangle(startOutline(draftOf(empty), 'line'), 'Line');
    expect(draft.plan.lines).toHaveLength(1);
    expect(draft.line).toBe(0);
  });

  it('works on a line or on a zone, never on both', () => {
    const both = closeAsRectangle(startOutline(drawn(), 'include'), 'Path');
    expect([both.selected, both.line]).toEqual([0, null]);
    expect([selectLine(both, 0).selected, selectLine(both, 0).line]).toEqual([null, 0]);
    expect([select(selectLine(both, 0), 0).selected, select(selectLine(both, 0), 0).line]).toEqual([0, null]);
  });

  it('moves ends within the picture and never one onto the other', () => {
    const draft = drawn();
    expect(moveEnd(draft, { line: 0, end: 0 }, { x: -1, y: 2 }).plan.lines[0]?.from).toEqual({ x: 0, y: 1 });
    expect(moveEnd(draft, { line: 0, end: 1 }, { x: 0.7, y: 0.7 }).plan.lines[0]?.to).toEqual({
      x: 0.7,
      y: 0.7,
    });
    expect(moveEnd(draft, { line: 0, end: 1 }, from)).toBe(draft);
    expect(moveEnd(draft, { line: 5, end: 1 }, from)).toBe(draft);
  });

  it('turns what is in and out, names, and undoes a drag as one step', () => {
    const draft = drawn();
    expect(turnLine(draft, 0).plan.lines[0]).toMatchObject({ from: to, to: from });
    const dragged = [0.3, 0.4, 0.5].reduce(
      (before, x) => moveEnd(before, { line: 0, end: 0 }, { x, y: 0.5 }),
      editLine(draft, 0, { name: 'Drive', direction: 'in' }),
    );
    expect(undo(dragged).plan.lines[0]).toEqual({ name: 'Drive', from, to, direction: 'in' });
    expect(undo(undo(dragged)).plan).toEqual(draft.plan);
    const gone = undo(undo(undo(dragged)));
    expect([gone.plan.lines, gone.line]).toEqual([[], null]);
    expect(isSame(gone.plan, empty)).toBe(true);
  });

  it('removes a line, and has room for so many', () => {
    expect(removeLine(drawn(), 0).plan.lines).toEqual([]);
    let draft = draftOf(empty);
    for (let count = 0; count < mostLines; count += 1) draft = drawn(draft);
    expect(startOutline(draft, 'line').outline).toBeNull();
    expect(startOutline(draft, 'include').outline).not.toBeNull();
  });
});
