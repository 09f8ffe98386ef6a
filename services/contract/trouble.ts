/**
 * Trouble that has a sentence for the owner: what is wrong (`message`) and what to do (`advice`). It keeps its `code`
 * across a process boundary. Never holds an address with a password, a name, or anything else that may not be logged.
 */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly code: TroubleCode;
  readonly advice: string;

  constructor(code: TroubleCode, sentence: { what: string; advice: string; cause?: unknown }) {
    super(sentence.what, { cause: sentence.cause });
    this.code = code;
    this.advice = sentence.advice;
  }

  /** Both sentences, as a log line or an API error carries them. */
  get sentences(): string {
    return `${this.message} ${this.advice}`.trim();
  }
}

export type TroubleCode =
  | 'bad_input'
  | 'not_found'
  | 'locked'
  | 'wrong_passphrase'
  /** Only of `PinNeeded`. */
  | 'pin_needed'
  | 'no_video'
  | 'unreachable'
  | 'refused'
  | 'no_face'
  | 'many_faces'
  | 'bad_photo'
  | 'bad_settings'
  /** Somebody else changed the same meanwhile. */
  | 'conflict'
  | 'bad_grammar'
  | 'missing_model'
  | 'missing_program'
  | 'damaged'
  | 'unavailable';

/** Answers that may fail cross a process boundary as values, since errors lose their kind on the way. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: TroubleCode; readonly what: string; readonly advice: string };

/** Turns expected trouble into a value; our own bugs go on as exceptions. */
export async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Trouble)
      return { ok: false, code: error.code, what: error.message, advice: error.advice };
    throw error;
  }
}

/** The other side of `answer`: the value, or the trouble thrown again. */
export function valueOf<T>(answered: Answer<T>): T {
  if (answered.ok) return answered.value;
  throw new Trouble(answered.code, { what: answered.what, advice: answered.advice });
}
