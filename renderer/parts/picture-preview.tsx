import { useEffect, useRef, useState } from 'react';

interface PicturePreviewProps {
  readonly picture: Blob;
  readonly label: string;
  /** What to say when the browser can't read the picture. */
  readonly otherwise: string;
  readonly className?: string;
}

const longestEdge = 960;

/** A picture that has no address yet, drawn on a canvas: the content security policy allows no data: or blob: images. */
export function PicturePreview({ picture, label, otherwise, className = '' }: PicturePreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [readable, setReadable] = useState(true);
  useEffect(() => {
    let wanted = true;
    createImageBitmap(picture)
      .then((bitmap) => {
        if (wanted && canvas.current !== null) draw(bitmap, canvas.current);
        if (wanted) setReadable(true);
        bitmap.close();
      })
      .catch(() => {
        if (wanted) setReadable(false);
      });
    return () => {
      wanted = false;
    };
  }, [picture]);
  return (
    <>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        width={0}
        height={0}
        className={readable ? className : 'hidden'}
      />
      {!readable && <p className="text-sm text-quiet">{otherwise}</p>}
    </>
  );
}

function draw(bitmap: ImageBitmap, canvas: HTMLCanvasElement): void {
  const scale = Math.min(1, longestEdge / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
}
