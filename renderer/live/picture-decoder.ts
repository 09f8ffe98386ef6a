import type { LiveChunk } from '../../services/contract/live.ts';

/** Makes pictures of chunks and draws them. What comes before the first key frame is of no use to it. */
export interface PictureDecoder {
  add(chunk: LiveChunk): void;
  stop(): void;
}
