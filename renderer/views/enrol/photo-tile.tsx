import { CircleAlert, CircleCheck, LoaderCircle, RotateCw, X } from 'lucide-react';
import { Button } from '../../parts/button.tsx';
import { words } from '../../words/words.ts';
import type { Entry, EntryState } from './enrol-queue.ts';
import { PhotoThumbnail } from './photo-thumbnail.tsx';

interface PhotoTileProps {
  readonly entry: Entry<File>;
  readonly onRemove: () => void;
  readonly onRetry: () => void;
}

/** One chosen photo and what became of it. */
export function PhotoTile({ entry, onRemove, onRetry }: PhotoTileProps) {
  const { thing: file, state } = entry;
  const bad = state.kind === 'refused' || state.kind === 'unfit';
  const text = words.enrolment.photos;
  return (
    <div
      data-photo={state.kind}
      className={`flex h-full flex-col rounded-2xl border bg-card p-1.5 ${bad ? 'border-bad' : state.kind === 'taken' ? 'border-good' : 'border-line'}`}
    >
      <div className="relative">
        <PhotoThumbnail photo={file} />
        {state.kind !== 'taken' && state.kind !== 'sending' && (
          <button
            type="button"
            aria-label={text.remove(file.name)}
            onClick={onRemove}
            className="absolute top-0 right-0 grid size-12 place-items-center rounded-xl"
          >
            <span className="grid size-8 place-items-center rounded-full bg-black/60 text-white">
              <X aria-hidden className="size-4.5" />
            </span>
          </button>
        )}
      </div>
      <div className="flex flex-1 flex-col gap-2 px-1.5 pt-2 pb-1">
        <State state={state} />
        {state.kind === 'refused' && (
          <Button className="mt-auto w-full" onClick={onRetry}>
            <RotateCw aria-hidden className="size-5" />
            {text.retry}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What became of one entry, as an icon and a sentence; trouble is spoken at once. */
export function State({ state }: { readonly state: EntryState }) {
  const text = words.enrolment.photos;
  switch (state.kind) {
    case 'waiting':
      return <p className="text-sm text-quiet">{text.waiting}</p>;
    case 'sending':
      return (
        <p role="status" className="flex items-center gap-1.5 text-sm text-accent">
          <LoaderCircle aria-hidden className="size-4 shrink-0 motion-safe:animate-turn" />
          {text.sending}
        </p>
      );
    case 'taken':
      return (
        <p role="status" className="flex items-center gap-1.5 text-sm font-medium text-good">
          <CircleCheck aria-hidden className="size-4 shrink-0" />
          {text.taken}
        </p>
      );
    default:
      return (
        <p role="alert" className="flex items-start gap-1.5 text-sm text-bad wrap-anywhere">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {state.why}
        </p>
      );
  }
}
