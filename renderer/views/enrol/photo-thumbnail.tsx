import { ImageOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { words } from '../../words/words.ts';

const edge = 320;

/** Photos are read one after the other: forty at once would fill the memory of a small machine. */
let turn: Promise<void> = Promise.resolve();

/** A chosen photo, small and square. It has no address, since the content security policy allows no blob: images. */
export function PhotoThumbnail({ photo }: { readonly photo: File }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [readable, setReadable] = useState(true);
  useEffect(() => {
    let wanted = true;
    turn = turn.then(async () => {
      if (!wanted) return;
      try {
        const bitmap = await createImageBitmap(photo);
        drawSquare(bitmap, canvas.current);
        bitmap.close();
      } catch {
        // HEIC for one: the hub may be able to read what the browser can't.
        setReadable(false);
      }
    });
    return () => {
      wanted = false;
    };
  }, [photo]);
  return (
    <div className="relative aspect-square overflow-hidden rounded-xl bg-sunken">
      <canvas
        ref={canvas}
        role="img"
        aria-label={words.enrolment.photos.preview(photo.name)}
        width={edge}
        height={edge}
        className="size-full"
      />
      {!readable && (
        <span className="absolute inset-0 flex flex-col items-center justify-center gap-1.5 px-2 text-center text-sm text-quiet">
          <ImageOff aria-hidden className="size-7" strokeWidth={1.5} />
          {words.enrolment.photos.noPreview}
          <span className="w-full truncate">{photo.name}</span>
        </span>
      )}
    </div>
  );
}

/** The middle of a picture, as large as fits. */
function drawSquare(bitmap: ImageBitmap, canvas: HTMLCanvasElement | null): void {
  const size = Math.min(bitmap.width, bitmap.height);
  const [left, top] = [(bitmap.width - size) / 2, (bitmap.height - size) / 2];
  canvas?.getContext('2d')?.drawImage(bitmap, left, top, size, size, 0, 0, edge, edge);
}
