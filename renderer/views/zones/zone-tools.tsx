import { Check, RectangleHorizontal, Spline, Trash2, Undo2, X } from 'lucide-react';
import { Button } from '../../parts/button.tsx';
import { words } from '../../words/words.ts';
import {
  canClose,
  canRemoveCorner,
  canUndo,
  closeAsRectangle,
  closeOutline,
  dropOutline,
  isFull,
  removeCorner,
  startOutline,
  undo,
  type DrawnKind,
  type Outline,
  type ZoneDraft,
} from './zone-draft.ts';
import { zoneKinds, zoneLooks } from './zone-look.ts';
import type { Change } from './zone-pen.ts';

interface ZoneToolsProps {
  readonly draft: ZoneDraft;
  readonly change: Change;
}

/** Beneath the picture: what to draw; while an outline is drawn, how to go on with it. */
export function ZoneTools({ draft, change }: ZoneToolsProps) {
  return draft.outline === null ? (
    <KindButtons draft={draft} change={change} />
  ) : (
    <OutlineButtons draft={draft} change={change} outline={draft.outline} />
  );
}

function KindButtons({ draft, change }: ZoneToolsProps) {
  const full = isFull(draft, 'include');
  return (
    <div>
      <div className="grid grid-cols-1 gap-2 sm:grid-cols-2 2xl:grid-cols-4">
        {[...zoneKinds, 'line' as const].map((kind) => {
          const { icon: Icon, dot } = zoneLooks[kind];
          return (
            <button
              key={kind}
              type="button"
              disabled={isFull(draft, kind)}
              data-draw={kind}
              className="flex min-h-18 items-center gap-3 rounded-card border border-line bg-card px-4 py-3 text-left hover:not-disabled:bg-sunken disabled:text-quiet"
              onClick={() => {
                change((before) => startOutline(before, kind));
              }}
            >
              <span className={`grid size-10 shrink-0 place-items-center rounded-full text-white ${dot}`}>
                <Icon aria-hidden className="size-5" />
              </span>
              <span className="min-w-0">
                <span className="block font-semibold">{kindWord(kind)}</span>
                <span className="block text-sm text-quiet">
                  {kind === 'line' ? words.lines.kindDetail : words.zones.kindDetails[kind]}
                </span>
              </span>
            </button>
          );
        })}
      </div>
      <div className="mt-2 flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2">
        <UndoButton draft={draft} change={change} />
        <RemoveCornerButton draft={draft} change={change} />
        <p className="min-w-0 flex-1 text-sm text-quiet">{full ? words.zones.full : words.zones.detail}</p>
      </div>
    </div>
  );
}

function OutlineButtons({ draft, change, outline }: ZoneToolsProps & { readonly outline: Outline }) {
  const { kind, polygon } = outline;
  const isLine = kind === 'line';
  const name = isLine ? words.lines.name : words.zones.names[kind];
  return (
    <div role="group" aria-label={kindWord(kind)}>
      <p role="status" className="mb-2 flex min-h-8 items-center gap-2.5">
        <span aria-hidden className={`size-3.5 shrink-0 rounded-full ${zoneLooks[kind].dot}`} />
        <span>
          <strong className="font-semibold">{kindWord(kind)}:</strong> {nextWord(draft, outline)}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        {!isLine && (
          <Button
            kind="primary"
            disabled={!canClose(draft)}
            onClick={() => {
              change((before) => closeOutline(before, name));
            }}
          >
            <Check aria-hidden className="size-5" />
            {words.zones.done}
          </Button>
        )}
        <UndoButton draft={draft} change={change} />
        {polygon.length === 0 && (
          <Button
            onClick={() => {
              change((before) => closeAsRectangle(before, name));
            }}
          >
            {isLine ? (
              <Spline aria-hidden className="size-5" />
            ) : (
              <RectangleHorizontal aria-hidden className="size-5" />
            )}
            {isLine ? words.lines.take : words.zones.rectangle}
          </Button>
        )}
        <Button
          kind="faint"
          onClick={() => {
            change(dropOutline);
          }}
        >
          <X aria-hidden className="size-5" />
          {words.common.cancel}
        </Button>
      </div>
    </div>
  );
}

function kindWord(kind: DrawnKind): string {
  return kind === 'line' ? words.lines.kind : words.zones.kinds[kind];
}

/** What to do next. */
function nextWord(draft: ZoneDraft, { kind, polygon }: Outline): string {
  if (kind === 'line') return polygon.length === 0 ? words.lines.tapFirst : words.lines.tapSecond;
  if (polygon.length === 0) return words.zones.tapFirst;
  return canClose(draft) ? words.zones.tapMore : words.zones.tapNext;
}

function UndoButton({ draft, change }: ZoneToolsProps) {
  return (
    <Button
      disabled={!canUndo(draft)}
      onClick={() => {
        change(undo);
      }}
    >
      <Undo2 aria-hidden className="size-5" />
      {words.zones.undo}
    </Button>
  );
}

/** For fingers; a keyboard has Delete. */
function RemoveCornerButton({ draft, change }: ZoneToolsProps) {
  const { selected, corner } = draft;
  if (selected === null || corner === null || !canRemoveCorner(draft)) return null;
  return (
    <Button
      onClick={() => {
        change((before) => removeCorner(before, selected, corner));
      }}
    >
      <Trash2 aria-hidden className="size-5" />
      {words.zones.removeCorner}
    </Button>
  );
}
