import { describe, expect, it } from 'vitest';
import {
  addCorner,
  canClose,
  closeAsRectangle,
  closeOutline,
  draftOf,
  dropOutline,
  editSensitivity,
  editZone,
  endStep,
  insertCorner,
  isSame,
  moveCorner,
  mostZones,
  removeCorner,
  removeZone,
  select,
  startOutline,
  undo,
  type ZoneDraft,
  type ZonePlan,
} from '../../../../renderer/views/zones/zone-draft.ts';

const empty: ZonePlan = { zones: [], lines: [], sensitivity: { day: null, night: null } };
const corners = [
  { x: 0.1, y: 0.1 },
  { x: 0.5, y: 0.1 },
  { x: 0.5, y: 0.6 },
];

function drawn(draft: ZoneDraft, name = 'Street'): ZoneDraft {
  const outlined = corners.reduce(addCorner, startOutline(draft, 'ignore'));
  return closeOutline(outlined, name);
}

describe('a draft of zones', () => {
  it('takes corner after corner, and closes from the third on', () => {
    let draft = startOutline(draftOf(empty), 'ignore');
    for (const [index, corner] of corners.entries()) {
      expect(canClose(draft)).toBe(false);
      draft = addCorner(draft, corner);
      expect(draft.outline?.polygon).toHaveLength(index + 1);
    }
    expect(canClose(draft)).toBe(true);
    const closed = closeOutline(draft, 'Street');
    expect(closed.plan.zones).toEqual([
      { name: 'Street', kind: 'ignore', polygon: corners, sensitivity: null, minimumTimeMs: 0, dwellMs: 0 },
    ]);
    expect([closed.outline, closed.selected]).toEqual([null, 0]);
  });

  it('keeps corners in the picture, and gives each zone a name of its own', () => {
    const draft = addCorner(startOutline(draftOf(empty), 'privacy'), { x: -0.2, y: 1.12345678 });
    expect(draft.outline?.polygon).toEqual([{ x: 0, y: 1 }]);
    expect(drawn(drawn(draftOf(empty))).plan.zones.map(({ name }) => name)).toEqual(['Street', 'Street 2']);
  });

  it('undoes corner by corner while an outline is drawn, then step by step', () => {
    const first = drawn(draftOf(empty));
    const second = corners.slice(0, 1).reduce(addCorner, startOutline(first, 'include'));
    expect(undo(second).outline).toEqual({ kind: 'include', polygon: [] });
    expect(undo(undo(second)).outline).toBeNull();
    expect(undo(undo(undo(second))).plan).toEqual(empty);
    expect(undo(draftOf(empty))).toEqual(draftOf(empty));
    expect(dropOutline(second).outline).toBeNull();
  });

  it('counts a drag as one step, and the next drag as another', () => {
    let draft = drawn(draftOf(empty));
    for (const x of [0.2, 0.25, 0.3]) draft = moveCorner(draft, { zone: 0, corner: 0 }, { x, y: 0.1 });
    draft = endStep(draft);
    draft = moveCorner(draft, { zone: 0, corner: 0 }, { x: 0.4, y: 0.1 });
    expect(draft.plan.zones[0]?.polygon[0]).toEqual({ x: 0.4, y: 0.1 });
    expect(undo(draft).plan.zones[0]?.polygon[0]).toEqual({ x: 0.3, y: 0.1 });
    expect(undo(undo(draft)).plan.zones[0]?.polygon[0]).toEqual({ x: 0.1, y: 0.1 });
  });

  it('inserts a corner behind another, and leaves a triangle its three', () => {
    const draft = insertCorner(drawn(draftOf(empty)), { zone: 0, corner: 2 }, { x: 0.3, y: 0.4 });
    expect(draft.plan.zones[0]?.polygon).toEqual([...corners, { x: 0.3, y: 0.4 }]);
    const less = removeCorner(draft, 0, 3);
    expect(less.plan.zones[0]?.polygon).toEqual(corners);
    expect(removeCorner(less, 0, 0)).toBe(less);
    expect(undo(less).plan.zones[0]?.polygon).toHaveLength(4);
  });

  it('edits and removes zones and the sensitivity, and knows what differs', () => {
    const draft = editSensitivity(editZone(drawn(draftOf(empty)), 0, { minimumTimeMs: 2000 }), {
      night: 0.3,
    });
    expect(draft.plan).toMatchObject({ zones: [{ minimumTimeMs: 2000 }], sensitivity: { night: 0.3 } });
    expect(isSame(draft.plan, empty)).toBe(false);
    const without = removeZone(draft, 0);
    expect([without.plan.zones, without.selected]).toEqual([[], null]);
    expect(isSame(undo(undo(undo(undo(without)))).plan, empty)).toBe(true);
  });

  it('offers a rectangle to those who do not tap, and draws no seventeenth zone', () => {
    let draft = draftOf(empty);
    for (let zone = 0; zone < mostZones; zone += 1)
      draft = closeAsRectangle(startOutline(draft, 'include'), 'Zone');
    expect(draft.plan.zones).toHaveLength(mostZones);
    expect(draft.plan.zones[0]?.polygon).toHaveLength(4);
    expect(startOutline(draft, 'include').outline).toBeNull();
  });

  it('stays with an outline until it is closed', () => {
    const draft = startOutline(drawn(draftOf(empty)), 'include');
    expect(select(draft, 0).selected).toBeNull();
    expect(select(dropOutline(draft), 0).selected).toBe(0);
  });
});
