/** What a block of the motion detector's grid shows, as in `MotionView.mask`. */
const DIFFERS = 1;
const COUNTS = 2;

/**
 * The blocks for whoever tunes a camera: those that differ from the background, and those that count as motion.
 *
 * @param labels per block (80×45) the label of its component, or 0 where nothing differs.
 * @param counted the labels of the components that count.
 */
export function motionMask(labels: Uint16Array, counted: readonly number[]): Uint8Array {
  const mask = new Uint8Array(labels.length);
  const counts = new Set(counted);
  for (const [block, label] of labels.entries())
    if (label !== 0) mask[block] = counts.has(label) ? COUNTS : DIFFERS;
  return mask;
}
