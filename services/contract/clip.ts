import type { CameraId, ClipId, EventId } from './identifiers.ts';

/** Why a clip is made: somebody came, or the camera records all the time. */
export type ClipKind = 'event' | 'continuous';

/** What is known when a clip begins. */
export interface NewClip {
  readonly cameraId: CameraId;
  readonly eventId: EventId | null;
  readonly kind: ClipKind;
  /** Of the first picture, milliseconds since 1970. */
  readonly startedAtMs: number;
  /** As RFC 6381 writes it: `avc1.640028`. */
  readonly codec: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A clip is fragmented MP4 (ISO/IEC 14496-12): what was appended, piece by piece. */
export interface Clip extends NewClip {
  readonly id: ClipId;
  /** `cut`: ended by a crash, a full disk or a lost power supply, and whole up to its last written piece. */
  readonly state: 'recording' | 'finished' | 'cut';
  /** Of what is on the disk. */
  readonly durationMs: number;
  /** Of MP4, on the disk. */
  readonly bytes: number;
  /** Never deleted by Lares itself. */
  readonly kept: boolean;
}

/**
 * Appends to one clip. Calls need not be awaited one by one: they happen in their order. Once writing failed, every call but
 * `finish` and `abandon` throws that Trouble again; the clip then ends behind its last written piece.
 */
export interface ClipWriter {
  readonly id: ClipId;
  /**
   * One piece: the initialisation segment, which takes no time, or one or more whole fragments; a clip never ends within one.
   * The bytes are copied at once, and written when a megabyte is together or two seconds went by. Throws Trouble `unavailable`.
   */
  append(bytes: Uint8Array, piece: { readonly durationMs: number }): Promise<void>;
  /** Resolves when everything appended so far is on the disk, for readers and for a loss of power. Throws Trouble `unavailable`. */
  flush(): Promise<void>;
  /** Ends the clip: the clip as it is kept, or null when nothing was written, and so nothing is kept. May be called again. */
  finish(): Promise<Clip | null>;
  /** Removes the clip. May be called again. */
  abandon(): Promise<void>;
}

/** A clip opened for reading; also one that is still being written: what was on the disk when it was opened. */
export interface ClipReader {
  readonly clip: Clip;
  /** How many bytes of MP4 can be read. */
  readonly size: number;
  /**
   * The bytes from `start` to before `end`, decrypted as they are taken. Throws Trouble `damaged` at the first place that was
   * changed or is missing, `unavailable` when the disk fails, RangeError when the range does not lie within the clip.
   */
  read(start: number, end: number): AsyncGenerator<Uint8Array, void, void>;
  /** May be called again. */
  close(): Promise<void>;
}

/** Which clips: those of a camera that overlap a span of time. */
export interface ClipSpan {
  readonly cameraId: CameraId;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** What `recover` found, in clips. */
export interface ClipRecovery {
  /** Ended behind their last whole piece. */
  readonly cut: number;
  /** Removed, since nothing was written of them. */
  readonly empty: number;
  /** Their files are gone or can't be understood; they are still listed, and say so when they are read. */
  readonly damaged: number;
  /** Files removed whose clip, and so whose key, is gone. */
  readonly strays: number;
}

/** What the household's recorder, player and retention ask of clips. Everything on the disk is sealed. */
export interface Clips {
  /** Throws Trouble `unavailable` when the disk can't be written. */
  begin(clip: NewClip): Promise<ClipWriter>;
  get(id: ClipId): Clip | null;
  /** Oldest first. */
  list(span: ClipSpan): Clip[];
  /** Those that were begun for this visit, oldest first. A visit that shares the clip of another is found by `list`. */
  ofEvent(eventId: EventId): Clip[];
  /** Null when there is no such clip; throws Trouble `damaged` when its file is gone or its beginning was changed. */
  openRead(id: ClipId): Promise<ClipReader | null>;
  /** The key first, then the file: whatever happens in between, nobody reads it any more. False when there was none. */
  remove(id: ClipId): Promise<boolean>;
  /** Whether Lares may delete it by itself. False when there is no such clip. */
  keep(id: ClipId, kept: boolean): boolean;
  /** Forgets the camera's key, so that no clip of it can be read by anybody, then its clips. How many there were. */
  forgetCamera(cameraId: CameraId): Promise<number>;
  /** Once at the hub's start, before anything is recorded: ends what a crash left open. Throws Trouble `unavailable`. */
  recover(): Promise<ClipRecovery>;
}
