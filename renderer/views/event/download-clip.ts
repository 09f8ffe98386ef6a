import type { Clip } from '../../../services/contract/clip.ts';
import { ticketed } from '../../access/ticketed.ts';
import { said } from '../../words/said.ts';

/**
 * Fetches a recording as a plain MP4 and hands it to the browser to be saved under the name that the hub gives. `onShare`:
 * how much of it is there, 0..1. It asks for a PIN where one is needed. Throws NotSaved, what a procedure of the hub throws, and
 * what `fetch` throws when it is aborted or the hub goes away; nothing is saved then.
 */
export async function downloadClip(
  clip: Clip,
  { signal, onShare }: { readonly signal: AbortSignal; readonly onShare: (share: number) => void },
): Promise<void> {
  const answer = await fetch(await ticketed(`/clips/${clip.id}.mp4`), { signal });
  if (!answer.ok || answer.body === null) throw new NotSaved(said(await answer.text()));
  const size = Number(answer.headers.get('Content-Length') ?? clip.bytes);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = answer.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    parts.push(piece.value);
    bytes += piece.value.length;
    onShare(Math.min(1, bytes / Math.max(1, size)));
  }
  save(new Blob(parts, { type: 'video/mp4' }), nameIn(answer.headers.get('Content-Disposition')));
}

/** Why there is nothing to be saved: the hub's own sentence. */
export class NotSaved extends Error {}

/** The name of the file in RFC 6266's second form. */
function nameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded === undefined ? 'clip.mp4' : decodeURIComponent(encoded);
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to save it by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
