import { ImagePlus, Images } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { buttonStyle } from '../../parts/button-style.ts';
import { words } from '../../words/words.ts';

interface PhotoDropProps {
  /** Photos are there already: the place for more is small. */
  readonly compact: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Choose files, or drop them. */
export function PhotoDrop({ compact, onFiles }: PhotoDropProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) onFiles([...files]);
    if (input.current !== null) input.current.value = '';
  };
  const text = words.enrolment.photos;
  return (
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
      className={`flex items-center justify-center gap-x-4 gap-y-3 rounded-card border-2 border-dashed p-4 text-center ${compact ? 'flex-wrap' : 'min-h-72 flex-col'} ${over ? 'border-accent bg-accent-soft' : 'border-line'}`}
    >
      {!compact && <Images aria-hidden className="size-14 text-quiet" strokeWidth={1.25} />}
      <label
        htmlFor={id}
        className={buttonStyle(
          compact ? 'plain' : 'primary',
          'cursor-pointer has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        )}
      >
        <ImagePlus aria-hidden className="size-5" />
        {compact ? text.more : text.choose}
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          accept="image/*,.heic,.heif"
          className="sr-only"
          onChange={(change) => {
            take(change.target.files);
          }}
        />
      </label>
      <p className="text-sm text-balance text-quiet">{over ? text.dropHere : text.drop}</p>
    </div>
  );
}
