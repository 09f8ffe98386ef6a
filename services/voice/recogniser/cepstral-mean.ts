import koffi from 'koffi';
import { z } from 'zod';
import type { Library, Pointer } from './pocketsphinx-library.ts';

/**
 * The mean of the utterances before counts as so many frames of 10 ms: about as much as a wake phrase and its first word. So
 * who speaks now outweighs them soon, and a single sound at the beginning does not.
 */
const weightOfBefore = 150;
/** Cepstra of the US English model. */
const coefficients = 13;

/** cmn_t of sphinxbase/cmn.h. */
const cmn = koffi.struct({
  mean: 'void *',
  variance: 'void *',
  sum: 'void *',
  frames: 'int32',
  length: 'int32',
});
/** feat_t of sphinxbase/feat.h, as far as its cmn_struct. */
const feat = koffi.struct({
  references: 'int',
  name: 'void *',
  cepstra: 'int32',
  streams: 'int32',
  streamLengths: 'void *',
  window: 'int32',
  subvectors: 'int32',
  subvectorLengths: 'void *',
  subvectorLists: 'void *',
  subvectorBuffer: 'void *',
  subvectorDimension: 'int32',
  cmnType: 'int',
  varianceNormalised: 'int32',
  agcType: 'int',
  compute: 'void *',
  cmn: 'void *',
});
const vector = koffi.array('float', coefficients);

const Pointed = z.bigint();
const Feat = z.object({ cepstra: z.literal(coefficients), cmn: Pointed });
const Cmn = z.object({
  mean: Pointed,
  variance: Pointed.nullable(),
  sum: Pointed,
  frames: z.int().nonnegative(),
  length: z.literal(coefficients),
});
const Vector = z.instanceof(Float32Array);

/**
 * The mean of a decoder's cepstra, which tells one voice, microphone and room from another. By itself the library renews it
 * between utterances only, so that an order after another voice, or after the start, is heard with a wrong one; here it follows
 * the utterance while it is spoken. Two decoders that hear the same sound so have the same mean. It lives as long as its decoder.
 */
export class CepstralMean {
  readonly #library: Library;
  readonly #cmn: bigint | null;

  constructor(library: Library, decoder: Pointer) {
    this.#library = library;
    this.#cmn = cmnOf(library, decoder);
    if (this.#cmn === null) return;
    // The mean that the model begins with has no weight of its own yet.
    const { mean } = Cmn.parse(koffi.decode(this.#cmn, cmn));
    library.setMean(this.#cmn, vectorAt(mean));
  }

  /** An utterance begins: what was heard before counts little. */
  begin(): void {
    if (this.#cmn === null) return;
    const state = Cmn.parse(koffi.decode(this.#cmn, cmn));
    if (state.frames <= weightOfBefore) return;
    const share = weightOfBefore / state.frames;
    koffi.encode(
      state.sum,
      vector,
      vectorAt(state.sum).map((value) => value * share),
    );
    koffi.encode(this.#cmn, cmn, { ...state, frames: weightOfBefore });
  }

  /** Counts what was heard until now. */
  follow(): void {
    if (this.#cmn !== null) this.#library.updateMean(this.#cmn);
  }
}

/** Null where the library is built otherwise: then it keeps its own ways. */
function cmnOf(library: Library, decoder: Pointer): bigint | null {
  const features = library.features(decoder);
  if (!features) return null;
  const found = Feat.safeParse(koffi.decode(features, feat));
  if (!found.success) return null;
  return Cmn.safeParse(koffi.decode(found.data.cmn, cmn)).success ? found.data.cmn : null;
}

function vectorAt(place: bigint): Float32Array {
  return Vector.parse(koffi.decode(place, vector));
}
