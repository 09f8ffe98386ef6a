import type { CameraSettings } from '../../../services/contract/camera.ts';
import type { Line, Point, Zone, ZoneKind } from '../../../services/contract/zone.ts';

/** What can be saved. */
export type ZonePlan = Pick<CameraSettings, 'zones' | 'lines' | 'sensitivity'>;

/** What can be drawn. */
export type DrawnKind = ZoneKind | 'line';

/** An outline that is not closed yet, or a line without its second end. */
export interface Outline {
  readonly kind: DrawnKind;
  readonly polygon: readonly Point[];
}

/** A plan at work: nothing of it is saved. */
export interface ZoneDraft {
  readonly plan: ZonePlan;
  /** The plans before it, the last one last. */
  readonly past: readonly ZonePlan[];
  /** The step that the plan came from. Steps of one name in a row are one step to undo: a drag, a slider, a name. */
  readonly step: string;
  readonly outline: Outline | null;
  /** The zone that is worked on. */
  readonly selected: number | null;
  /** The line that is worked on. Never both. */
  readonly line: number | null;
  /** Its corner or end that was touched last. */
  readonly corner: number | null;
}

export const mostZones = 16;
export const mostLines = 8;
export const mostCorners = 32;
const leastCorners = 3;
const nothing = { selected: null, line: null, corner: null } as const;

/** Of a whole camera only what can be saved here is taken. */
export function draftOf(plan: ZonePlan): ZoneDraft {
  return { plan: pick(plan), past: [], step: '', outline: null, ...nothing };
}

export function isSame(a: ZonePlan, b: ZonePlan): boolean {
  return JSON.stringify(pick(a)) === JSON.stringify(pick(b));
}

export function canUndo({ past, outline }: ZoneDraft): boolean {
  return outline !== null || past.length > 0;
}

/** While an outline is drawn its last corner goes, otherwise the last step. */
export function undo(draft: ZoneDraft): ZoneDraft {
  const { outline, past } = draft;
  if (outline !== null) {
    const polygon = outline.polygon.slice(0, -1);
    return { ...draft, outline: outline.polygon.length === 0 ? null : { ...outline, polygon } };
  }
  const plan = past.at(-1);
  if (plan === undefined) return draft;
  const selected = draft.selected !== null && draft.selected < plan.zones.length ? draft.selected : null;
  const line = draft.line !== null && draft.line < plan.lines.length ? draft.line : null;
  return { ...draft, plan, past: past.slice(0, -1), step: '', selected, line, corner: null };
}

/** The next step is one of its own, even if it has the same name. */
export function endStep(draft: ZoneDraft): ZoneDraft {
  return { ...draft, step: '' };
}

export function isFull({ plan }: ZoneDraft, kind: DrawnKind): boolean {
  return kind === 'line' ? plan.lines.length >= mostLines : plan.zones.length >= mostZones;
}

export function startOutline(draft: ZoneDraft, kind: DrawnKind): ZoneDraft {
  return isFull(draft, kind) ? draft : { ...draft, outline: { kind, polygon: [] }, ...nothing };
}

export function dropOutline(draft: ZoneDraft): ZoneDraft {
  return { ...draft, outline: null };
}

export function addCorner(draft: ZoneDraft, corner: Point): ZoneDraft {
  const { outline } = draft;
  if (outline === null || outline.polygon.length >= (outline.kind === 'line' ? 2 : mostCorners)) return draft;
  const last = outline.polygon.at(-1);
  const next = within(corner);
  if (outline.kind === 'line' && last?.x === next.x && last.y === next.y) return draft;
  return { ...draft, outline: { ...outline, polygon: [...outline.polygon, within(corner)] } };
}

export function canClose({ outline }: ZoneDraft): boolean {
  return outline !== null && outline.polygon.length >= (outline.kind === 'line' ? 2 : leastCorners);
}

/** Makes the outline a zone, or a line, with a name of its own, and works on it from now on. */
export function closeOutline(draft: ZoneDraft, name: string): ZoneDraft {
  const { outline, plan } = draft;
  if (outline === null || !canClose(draft)) return draft;
  if (outline.kind === 'line') return closeLine(draft, outline.polygon, name);
  const zone: Zone = {
    name: freeName(name, plan.zones),
    kind: outline.kind,
    polygon: [...outline.polygon],
    sensitivity: null,
    minimumTimeMs: 0,
    dwellMs: 0,
  };
  const next = changed(draft, { ...plan, zones: [...plan.zones, zone] }, '');
  return { ...next, outline: null, selected: plan.zones.length };
}

function closeLine(draft: ZoneDraft, [from, to]: readonly Point[], name: string): ZoneDraft {
  const { lines } = draft.plan;
  if (from === undefined || to === undefined) return draft;
  const line: Line = { name: freeName(name, lines), from, to, direction: 'both' };
  const next = changed(draft, { ...draft.plan, lines: [...lines, line] }, '');
  return { ...next, outline: null, line: lines.length };
}

/** A rectangle, or a line, in the middle, to be dragged or moved by keys. */
export function closeAsRectangle(draft: ZoneDraft, name: string): ZoneDraft {
  if (draft.outline === null) return draft;
  const ends = [
    { x: 0.3, y: 0.6 },
    { x: 0.7, y: 0.6 },
  ];
  const corners = [
    { x: 0.3, y: 0.3 },
    { x: 0.7, y: 0.3 },
    { x: 0.7, y: 0.7 },
    { x: 0.3, y: 0.7 },
  ];
  const polygon = draft.outline.kind === 'line' ? ends : corners;
  return closeOutline({ ...draft, outline: { ...draft.outline, polygon } }, name);
}

export function select(draft: ZoneDraft, zone: number | null): ZoneDraft {
  return draft.outline === null ? { ...draft, ...nothing, selected: zone } : draft;
}

export function selectCorner(draft: ZoneDraft, corner: number): ZoneDraft {
  return { ...draft, corner };
}

export function editZone(draft: ZoneDraft, index: number, change: Partial<Zone>): ZoneDraft {
  const zones = draft.plan.zones.map((zone, at) => (at === index ? { ...zone, ...change } : zone));
  return changed(draft, { ...draft.plan, zones }, `zone ${index} ${Object.keys(change).join()}`);
}

export function editSensitivity(draft: ZoneDraft, change: Partial<ZonePlan['sensitivity']>): ZoneDraft {
  const sensitivity = { ...draft.plan.sensitivity, ...change };
  return changed(draft, { ...draft.plan, sensitivity }, `sensitivity ${Object.keys(change).join()}`);
}

export function removeZone(draft: ZoneDraft, index: number): ZoneDraft {
  const zones = draft.plan.zones.filter((_, at) => at !== index);
  return { ...changed(draft, { ...draft.plan, zones }, ''), ...nothing };
}

export function moveCorner(
  draft: ZoneDraft,
  { zone, corner }: { readonly zone: number; readonly corner: number },
  to: Point,
): ZoneDraft {
  const polygon = draft.plan.zones[zone]?.polygon.map((point, at) => (at === corner ? within(to) : point));
  return polygon === undefined ? draft : editZone(draft, zone, { polygon });
}

/** A new corner behind `corner`. */
export function insertCorner(
  draft: ZoneDraft,
  { zone, corner }: { readonly zone: number; readonly corner: number },
  at: Point,
): ZoneDraft {
  const polygon = draft.plan.zones[zone]?.polygon;
  if (polygon === undefined || polygon.length >= mostCorners) return draft;
  const more = editZone(draft, zone, { polygon: polygon.toSpliced(corner + 1, 0, within(at)) });
  return selectCorner(more, corner + 1);
}

export function canRemoveCorner({ plan, selected, corner }: ZoneDraft): boolean {
  const zone = selected === null ? undefined : plan.zones[selected];
  return zone !== undefined && corner !== null && zone.polygon.length > leastCorners;
}

/** Of a triangle none can go. */
export function removeCorner(draft: ZoneDraft, zone: number, corner: number): ZoneDraft {
  const polygon = draft.plan.zones[zone]?.polygon;
  if (polygon === undefined || polygon.length <= leastCorners) return draft;
  const less = editZone(endStep(draft), zone, { polygon: polygon.toSpliced(corner, 1) });
  return { ...endStep(less), corner: null };
}

/** A draft with another plan. */
export function changed(draft: ZoneDraft, plan: ZonePlan, step: string): ZoneDraft {
  const goesOn = step !== '' && step === draft.step;
  return { ...draft, plan, step, past: goesOn ? draft.past : [...draft.past, draft.plan] };
}

function pick({ zones, lines, sensitivity }: ZonePlan): ZonePlan {
  return { zones, lines, sensitivity };
}

function freeName(name: string, others: readonly { readonly name: string }[]): string {
  const taken = new Set(others.map((other) => other.name));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} ${number}`;
  return free;
}

/** In the picture, to the ten thousandth: finer than a pixel. */
export function within({ x, y }: Point): Point {
  return { x: rounded(x), y: rounded(y) };
}

function rounded(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
}
