/** When the pictures of a recording are shown, in seconds from its beginning, in ascending order. */
export interface MovieTable {
  readonly timesS: readonly number[];
  /** Those of them that can be shown without the ones before. */
  readonly keysS: readonly number[];
}

const headerBytes = 8;
/** Nearly always the whole table. */
const firstBytes = 65_536;

/** Reads the table of a recording's pictures and none of the pictures; null where it has none. Throws when the hub is away. */
export async function fetchMovieTable(address: string, signal: AbortSignal): Promise<MovieTable | null> {
  const read = async (end: number): Promise<Uint8Array> => {
    const answer = await fetch(address, { headers: { Range: `bytes=0-${end - 1}` }, signal });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : new Uint8Array();
  };
  const first = await read(firstBytes);
  const needed = endOfMovie(first);
  return movieTableOf(needed > first.length ? await read(needed) : first);
}

/** Where the `moov` box ends; 0 where none begins. */
function endOfMovie(bytes: Uint8Array): number {
  const movie = boxIn(bytes, 'moov');
  return movie === null ? 0 : movie.end;
}

/** From the beginning of an MP4 file with its table in front (ISO/IEC 14496-12, 8.6.1 and 8.6.2). */
export function movieTableOf(bytes: Uint8Array): MovieTable | null {
  let part = bytes;
  for (const type of ['moov', 'trak', 'mdia']) part = contentOf(part, type);
  const unitsPerSecond = timescaleOf(contentOf(part, 'mdhd'));
  for (const type of ['minf', 'stbl']) part = contentOf(part, type);
  const durations = runs(contentOf(part, 'stts'));
  if (durations.length === 0 || unitsPerSecond === 0) return null;
  const shifts = runs(contentOf(part, 'ctts'));
  const shown = durations.map((_, index) => index);
  let at = 0;
  durations.forEach((duration, index) => {
    shown[index] = (at + (shifts[index] ?? 0)) / unitsPerSecond;
    at += duration;
  });
  const sync = numbers(contentOf(part, 'stss'), 4, 1);
  const keys = sync.length === 0 ? shown : sync.map((number) => shown[number - 1] ?? 0);
  return { timesS: shown.toSorted(ascending), keysS: keys.toSorted(ascending) };
}

/** The time of the picture before or after the one that is shown; null at the ends. */
export function stepFrom(timesS: readonly number[], atS: number, step: -1 | 1): number | null {
  // A player tells the time of a picture rounded to microseconds.
  const shown = timesS.findLastIndex((time) => time <= atS + 0.0005);
  return timesS[shown + step] ?? null;
}

function boxIn(bytes: Uint8Array, type: string): { readonly start: number; readonly end: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + headerBytes <= bytes.length;) {
    const size = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + headerBytes));
    if (name === type && size >= headerBytes) return { start: at + headerBytes, end: at + size };
    if (size < headerBytes) return null;
    at += size;
  }
  return null;
}

function contentOf(bytes: Uint8Array, type: string): Uint8Array {
  const box = boxIn(bytes, type);
  return box === null ? new Uint8Array() : bytes.subarray(box.start, box.end);
}

/** Of an `mdhd` box: version 1 has longer times in front. */
function timescaleOf(box: Uint8Array): number {
  if (box.length < 24) return 0;
  return new DataView(box.buffer, box.byteOffset, box.byteLength).getUint32(box[0] === 1 ? 20 : 12);
}

/** Pairs of how many and which, written out. */
function runs(box: Uint8Array): number[] {
  const pairs = numbers(box, 4, 2);
  const values: number[] = [];
  for (let at = 0; at + 1 < pairs.length; at += 2)
    for (let left = pairs[at] ?? 0; left > 0; left -= 1) values.push(pairs[at + 1] ?? 0);
  return values;
}

/** The 32-bit numbers behind the count of a full box, so many to an entry. */
function numbers(box: Uint8Array, countAt: number, each: number): number[] {
  if (box.length < countAt + 4) return [];
  const view = new DataView(box.buffer, box.byteOffset, box.byteLength);
  const there = Math.floor((box.length - countAt - 4) / 4);
  const count = Math.min(view.getUint32(countAt) * each, there);
  return Array.from({ length: count }, (_, index) => view.getUint32(countAt + 4 + index * 4));
}

function ascending(a: number, b: number): number {
  return a - b;
}
