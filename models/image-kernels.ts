import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../services/contract/trouble.ts';

/**
 * The per-pixel work in front of the networks, compiled from image-kernels/*.ts (AssemblyScript, WebAssembly SIMD), where
 * each is described. Arguments are byte offsets into the memory that they were bound to, and plain numbers.
 */
export interface ImageKernels {
  readonly blendRows: (...rowsStrideBytesWeightsPairsSums: Six) => void;
  readonly blendColumns: (...sumsFirstsWeightsTapsCellsTarget: Six) => void;
  readonly sample: (...pictureWidthHeightABXYSizeTarget: Nine) => void;
  readonly toPlane: (...pictureAreaMeanScaleTarget: Five) => void;
  readonly mirror: (...pictureWidthHeightTarget: Four) => void;
  readonly toRgb: (
    ...lumaUVWidthBrightnessRedFromVGreenFromUGreenFromVBlueFromUTarget: [...Nine, number]
  ) => void;
}

type Four = [number, number, number, number];
type Five = [...Four, number];
type Six = [...Five, number];
type Seven = [...Six, number];
type Nine = [...Seven, number, number];

const NAMES: readonly (keyof ImageKernels)[] = [
  'blendRows',
  'blendColumns',
  'sample',
  'toPlane',
  'mirror',
  'toRgb',
];

/** Where the compiled kernels lie, in the checkout as in the package. */
export const IMAGE_KERNELS_FILE = join(import.meta.dirname, '../resources/image.wasm');

/**
 * Binds the kernels to a memory.
 * @throws {Trouble} `damaged` when the file is missing or isn't what it should be.
 */
export function bindImageKernels(memory: WebAssembly.Memory, file = IMAGE_KERNELS_FILE): ImageKernels {
  try {
    const module = new WebAssembly.Module(readFileSync(file));
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    if (areKernels(exports)) return exports;
    throw new Error('it lacks some of the functions');
  } catch (cause) {
    throw new Trouble('damaged', {
      what: `Pictures can't be looked at: ${file} is missing or damaged.`,
      advice:
        'Install Lares again, or in a checkout bring the file back with "git checkout resources/image.wasm".',
      cause,
    });
  }
}

function areKernels(exports: object): exports is ImageKernels {
  return NAMES.every((name) => typeof Reflect.get(exports, name) === 'function');
}
