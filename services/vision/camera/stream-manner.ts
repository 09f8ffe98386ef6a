import type { VideoChunk, VideoConfig } from '../../contract/video.ts';
import { setsIn } from './annexb.ts';
import { familyOf } from './codec.ts';
import type { VideoNews } from './mp4-video.ts';
import type { Pace } from './pace.ts';
import { filePath, type Opening, QUICK } from './source.ts';
import { NEEDS_PATIENCE, type StreamEnd } from './stream-trouble.ts';

/** Of the first pictures, so many that are shown in another order than they come tell of B frames. */
const EARLY = 25;
const ENOUGH_REORDERED = 3;

/**
 * In which manner a stream is opened, learnt from how it behaves: whether its camera describes it, whether its clock can be
 * believed, whether the gate can hold it.
 */
export class StreamManner {
  readonly #mayGate: boolean;
  #opening: Opening = QUICK;
  #gated: boolean;
  #config: VideoConfig | null = null;
  #reordered = 0;
  /** The parameter sets that came with the last key frame that had some. */
  #sets = '';

  /** Files and web cameras come with B frames or as JPEGs: they are decoded as a whole, whatever is wished. */
  constructor(address: string, wishesGate: boolean) {
    this.#mayGate = wishesGate && filePath(address) === null && /^rtsps?:/i.test(address);
    this.#gated = this.#mayGate;
  }

  get opening(): Opening {
    return this.#opening;
  }

  get gated(): boolean {
    return this.#gated;
  }

  begin(): void {
    this.#config = null;
    this.#reordered = 0;
    this.#sets = '';
  }

  /** False when the stream must be opened anew, in the manner that was learnt from this. */
  suits(news: VideoNews, pace: Pace): boolean {
    if (news.kind === 'config') {
      this.#config = news.config;
      const family = familyOf(news.config.codec);
      return this.#mayStay(family === 'h264' || family === 'hevc');
    }
    if (this.#isAnother(news.chunk)) return false;
    if (this.#opening.clock === 'camera' && !pace.isTruthful) {
      this.#opening = { ...this.#opening, clock: 'arrival' };
      return false;
    }
    this.#reordered += news.reordered && pace.count < EARLY ? 1 : 0;
    // With B frames, pictures come out in another order than they went in. What seems so later on is damage.
    return this.#mayStay(this.#reordered < ENOUGH_REORDERED);
  }

  /** A connection with pictures was lost: what forbade the gate may have been damage. */
  wasWell(): void {
    this.#gated = this.#mayGate;
  }

  /** ffmpeg could not begin since the camera had not said what its video is: next time it reads on for a while. */
  needsPatience({ lines, sawPicture }: StreamEnd): boolean {
    if (sawPicture || this.#opening.patient || !lines.some((line) => NEEDS_PATIENCE.test(line))) return false;
    this.#opening = { ...this.#opening, patient: true };
    return true;
  }

  /** The picture has another size or kind now, which was told with its key frame. */
  #isAnother(chunk: VideoChunk): boolean {
    if (this.#config === null || !chunk.key) return false;
    const sets = Buffer.concat(setsIn(this.#config, chunk)).toString('base64');
    // Some cameras tell them once, and not with every key frame.
    if (sets === '') return false;
    const isAnother = this.#sets !== '' && sets !== this.#sets;
    this.#sets = sets;
    return isAnother;
  }

  #mayStay(gateable: boolean): boolean {
    if (gateable || !this.#gated) return true;
    this.#gated = false;
    return false;
  }
}
