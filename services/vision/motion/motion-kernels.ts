import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../../contract/trouble.ts';

/**
 * The per-pixel work of motion detection, compiled from motion-kernels/*.ts (AssemblyScript, WebAssembly SIMD), where
 * each is described. Arguments are byte offsets into the memory that they were bound to, and plain numbers.
 */
export interface MotionKernels {
  readonly smooth: (from: number, to: number, row: number) => void;
  readonly beginCanvas: (...frameMeanDeviationsAgesLevelsDeviation: Six) => void;
  readonly brighten: (mean: number, levels: number, change: number) => void;
  readonly relight: (...fromToLevelsChanges: Four) => void;
  readonly adopt: (...frameMaskMeanLevels: Four) => void;
  readonly learn: (...frameMaskSurfaceMeanDeviationAgesLevels: Seven) => void;
  readonly copyWindow: (levels: number, to: number) => void;
  readonly markForeground: (...frameLevelsDeviationLeastsFactorsDeviationsMostMaskCells: Nine) => void;
  readonly hideYoung: (mask: number, ages: number, age: number) => void;
  readonly gatherBlocks: (...maskBlocksMovingDilatedLeast: Five) => void;
  readonly lightChange: (...frameLevelsHistogramsLeastReachCells: Six) => number;
  readonly quarter: (...pictureWidthHeightSmallStride: Five) => void;
  readonly highPass: (...smallStrideRowsTextureColumns: Five) => void;
  readonly findShift: (frame: number, levels: number, scratch: number) => number;
  readonly findMove: (...framePastXYFromXFromYDiffers: Seven) => number;
  readonly shrinkRow: (...sourceWidthRowsRowWeightsColumnsTapsSumsTarget: Eight) => void;
}

type Four = [number, number, number, number];
type Five = [...Four, number];
type Six = [...Five, number];
type Seven = [...Six, number];
type Eight = [...Seven, number];
type Nine = [...Eight, number];

const NAMES: readonly (keyof MotionKernels)[] = [
  'smooth',
  'beginCanvas',
  'brighten',
  'relight',
  'adopt',
  'learn',
  'copyWindow',
  'markForeground',
  'hideYoung',
  'gatherBlocks',
  'lightChange',
  'quarter',
  'highPass',
  'findShift',
  'findMove',
  'shrinkRow',
];

/** Where the compiled kernels lie, in the checkout as in the package. */
export const KERNELS_FILE = join(import.meta.dirname, '../../../resources/motion.wasm');

let compiled: WebAssembly.Module | null = null;

/**
 * Binds the kernels to a memory of one owner's own. The code is compiled once a process; nothing else is shared.
 * @throws {Trouble} `damaged` when the file is missing or isn't what it should be.
 */
export function bindMotionKernels(memory: WebAssembly.Memory, file = KERNELS_FILE): MotionKernels {
  try {
    const module = file === KERNELS_FILE ? (compiled ??= compile(file)) : compile(file);
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    if (areKernels(exports)) return exports;
    throw new Error('it lacks some of the functions');
  } catch (cause) {
    throw new Trouble('damaged', {
      what: `Motion can't be detected: ${file} is missing or damaged.`,
      advice:
        'Install Lares again, or in a checkout bring the file back with "git checkout resources/motion.wasm".',
      cause,
    });
  }
}

function compile(file: string): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(file));
}

function areKernels(exports: object): exports is MotionKernels {
  return NAMES.every((name) => typeof Reflect.get(exports, name) === 'function');
}
