/** So many pictures' worth of memory is kept for the next ones. */
const MOST_SPARE = 6;
const spare: ArrayBuffer[] = [];

/**
 * Memory for one picture, taken from those of this thread that were given back. A camera needs a megabyte or more several
 * times a second: made anew each time, it would have the garbage collector go over everything once a second.
 *
 * @returns `size` bytes of any content, which own all of their buffer.
 */
export function frameMemory(size: number): Uint8Array {
  const at = spare.findIndex(({ byteLength }) => byteLength === size);
  const [known] = at < 0 ? [] : spare.splice(at, 1);
  // Not zeroed and not from Node's pool: every byte is written before anybody sees it.
  return known === undefined ? Buffer.allocUnsafeSlow(size) : new Uint8Array(known);
}

/** Of a picture that nobody looks at any more; null when it had none to give. Memory of cameras that are gone makes room. */
export function giveBack(memory: ArrayBuffer | null): void {
  if (memory !== null) spare.push(memory);
  if (spare.length > MOST_SPARE) spare.shift();
}
