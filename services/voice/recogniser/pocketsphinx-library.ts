import koffi from 'koffi';
import { Trouble } from '../../contract/trouble.ts';

/** A pointer of the library; 0 or null is none. */
export type Pointer = bigint | null;

/** The functions of libpocketsphinx (5prealpha) and libsphinxbase that Lares calls, with the types of their headers. */
export interface Library {
  readonly args: () => Pointer;
  readonly config: (base: null, definitions: Pointer, ...strictAndPairs: [number, ...unknown[]]) => Pointer;
  readonly freeConfig: (config: Pointer) => number;
  readonly open: (config: Pointer) => Pointer;
  readonly free: (decoder: Pointer) => number;
  readonly addWord: (decoder: Pointer, word: string, ...phonesAndUpdate: [string, number]) => number;
  readonly setJsgf: (decoder: Pointer, name: string, jsgf: string) => number;
  readonly setKeyphrase: (decoder: Pointer, name: string, phrase: string) => number;
  readonly setAllphone: (decoder: Pointer, name: string, path: string) => number;
  readonly setSearch: (decoder: Pointer, name: string) => number;
  readonly start: (decoder: Pointer) => number;
  readonly process: (decoder: Pointer, data: Int16Array, ...rest: [number, number, number]) => number;
  readonly end: (decoder: Pointer) => number;
  readonly hypothesis: (decoder: Pointer, score: number[]) => string | null;
  readonly nbest: (decoder: Pointer) => Pointer;
  readonly nextBest: (nbest: Pointer) => Pointer;
  readonly textOfBest: (nbest: Pointer, score: number[]) => string | null;
  readonly freeNbest: (nbest: Pointer) => void;
  readonly features: (decoder: Pointer) => Pointer;
  readonly setMean: (cmn: Pointer, mean: Float32Array) => void;
  readonly updateMean: (cmn: Pointer) => void;
  readonly segments: (decoder: Pointer) => Pointer;
  readonly nextSegment: (segment: Pointer) => Pointer;
  readonly segmentWord: (segment: Pointer) => string;
  readonly segmentFrames: (segment: Pointer, first: number[], last: number[]) => void;
  readonly segmentScore: (segment: Pointer, acoustic: number[], ...unused: [number[], number[]]) => number;
}

/** The folder of Debian's pocketsphinx-en-us; LARES_POCKETSPHINX names another one. */
export function modelFolder(): string {
  return process.env['LARES_POCKETSPHINX'] ?? '/usr/share/pocketsphinx/model/en-us';
}

/** The trouble of a machine without the library or its model. */
export function recogniserMissing(cause?: unknown): Trouble {
  return new Trouble('missing_program', {
    what: 'The speech recogniser PocketSphinx is not installed, so spoken commands are not understood.',
    advice: 'Install it with: sudo apt-get install libpocketsphinx3 pocketsphinx-en-us',
    cause,
  });
}

let opened: Library | null = null;

export function openLibrary(): Library {
  opened ??= loadLibrary();
  return opened;
}

function loadLibrary(): Library {
  try {
    const base = koffi.load('libsphinxbase.so.3');
    const library = koffi.load('libpocketsphinx.so.3');
    // The library's chatter on standard error would hold what was heard.
    const silence: (file: null) => void = base.func('void err_set_logfp(void *file)');
    silence(null);
    return {
      args: library.func('void *ps_args()'),
      config: base.func('void *cmd_ln_init(void *base, void *definitions, int strict, ...)'),
      freeConfig: base.func('int cmd_ln_free_r(void *config)'),
      open: library.func('void *ps_init(void *config)'),
      free: library.func('int ps_free(void *ps)'),
      addWord: library.func('int ps_add_word(void *ps, const char *word, const char *phones, int update)'),
      setJsgf: library.func('int ps_set_jsgf_string(void *ps, const char *name, const char *jsgf)'),
      setKeyphrase: library.func('int ps_set_keyphrase(void *ps, const char *name, const char *phrase)'),
      setAllphone: library.func('int ps_set_allphone_file(void *ps, const char *name, const char *path)'),
      setSearch: library.func('int ps_set_search(void *ps, const char *name)'),
      start: library.func('int ps_start_utt(void *ps)'),
      process: library.func(
        'int ps_process_raw(void *ps, const int16_t *data, size_t count, int noSearch, int whole)',
      ),
      end: library.func('int ps_end_utt(void *ps)'),
      hypothesis: library.func('const char *ps_get_hyp(void *ps, _Out_ int *score)'),
      nbest: library.func('void *ps_nbest(void *ps)'),
      nextBest: library.func('void *ps_nbest_next(void *nbest)'),
      textOfBest: library.func('const char *ps_nbest_hyp(void *nbest, _Out_ int *score)'),
      freeNbest: library.func('void ps_nbest_free(void *nbest)'),
      features: library.func('void *ps_get_feat(void *ps)'),
      setMean: base.func('void cmn_live_set(void *cmn, const float *mean)'),
      updateMean: base.func('void cmn_live_update(void *cmn)'),
      segments: library.func('void *ps_seg_iter(void *ps)'),
      nextSegment: library.func('void *ps_seg_next(void *segment)'),
      segmentWord: library.func('const char *ps_seg_word(void *segment)'),
      segmentFrames: library.func('void ps_seg_frames(void *segment, _Out_ int *first, _Out_ int *last)'),
      segmentScore: library.func('int ps_seg_prob(void *segment, _Out_ int *a, _Out_ int *l, _Out_ int *b)'),
    };
  } catch (cause) {
    throw recogniserMissing(cause);
  }
}
