import { ImageUp } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { buttonStyle } from '../../parts/button-style.ts';
import { PicturePreview } from '../../parts/picture-preview.tsx';
import { words } from '../../words/words.ts';

interface PhotoFieldProps {
  readonly photo: File | null;
  readonly error: string | undefined;
  readonly onChoose: (file: File) => void;
}

/** Choose a file, or drop one. */
export function PhotoField({ photo, error, onChoose }: PhotoFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onChoose(file);
    if (input.current !== null) input.current.value = '';
  };
  return (
    <div>
      <div
        onDragOver={(drag) => {
          drag.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(drop) => {
          drop.preventDefault();
          setOver(false);
          take(drop.dataTransfer.files);
        }}
        className={`flex min-h-44 flex-col items-center justify-center gap-3 rounded-xl border-2 border-dashed p-4 text-center ${over ? 'border-accent bg-accent-soft' : error === undefined ? 'border-line' : 'border-bad bg-bad-soft'}`}
      >
        {photo === null ? (
          <ImageUp aria-hidden className="size-9 text-quiet" strokeWidth={1.5} />
        ) : (
          <PicturePreview
            key={`${photo.name}${photo.size}${photo.lastModified}`}
            picture={photo}
            label={words.people.preview}
            otherwise={words.people.noPreview}
            className="max-h-[min(14rem,34dvh)] max-w-full rounded-lg"
          />
        )}
        <label
          htmlFor={id}
          className={buttonStyle(
            'plain',
            'cursor-pointer has-focus-visible:outline-3 has-focus-visible:outline-accent',
          )}
        >
          {photo === null ? words.people.choose : words.people.chooseOther}
          <input
            ref={input}
            id={id}
            type="file"
            accept="image/*,.heic,.heif"
            aria-invalid={error !== undefined}
            aria-describedby={error === undefined ? undefined : `${id}-error`}
            className="sr-only"
            onChange={(change) => {
              take(change.target.files);
            }}
          />
        </label>
        {photo === null && <p className="text-sm text-quiet">{words.people.drop}</p>}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-sm font-medium text-bad wrap-anywhere">
          {error}
        </p>
      )}
    </div>
  );
}
