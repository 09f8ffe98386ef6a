import { useEffect, useRef } from 'react';
import type { ShownMotion } from '../../../services/contract/motion-view.ts';

const columns = 80;
const rows = 45;

/** Red, green, blue and opacity of a block that differs, and of one that counts. */
const faint = [255, 255, 255, 70] as const;
const strong = [255, 112, 67, 165] as const;

/** The blocks and boxes of motion, over a picture that fills its frame. */
export function MotionOverlay({ view }: { readonly view: ShownMotion | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const mask = view?.mask ?? '';
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(imageOf(mask), 0, 0);
  }, [mask]);
  return (
    <div aria-hidden data-motion={view?.boxes.length ?? ''} className="pointer-events-none absolute inset-0">
      <canvas
        ref={canvas}
        width={columns}
        height={rows}
        className="absolute inset-0 size-full [image-rendering:pixelated]"
      />
      <svg className="absolute inset-0 size-full" viewBox="0 0 1 1" preserveAspectRatio="none">
        {view?.boxes.map((box, index) => (
          <rect
            key={index}
            {...box}
            fill="none"
            strokeWidth={2.5}
            vectorEffect="non-scaling-stroke"
            className="stroke-[#ff7043]"
          />
        ))}
      </svg>
    </div>
  );
}

/** A mask in base64, one byte a block: 0 nothing, 1 differs, 2 counts. */
function imageOf(mask: string): ImageData {
  const image = new ImageData(columns, rows);
  const blocks = atob(mask);
  for (let block = 0; block < columns * rows; block += 1) {
    const value = blocks.charCodeAt(block);
    if (value === 1 || value === 2) image.data.set(value === 1 ? faint : strong, block * 4);
  }
  return image;
}
