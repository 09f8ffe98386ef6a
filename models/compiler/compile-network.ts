import type { NetworkName } from '../catalogue.ts';
import { compileDlibResnet } from './dlib-resnet.ts';
import { faceApiWeights } from './face-api.ts';
import { compileGraphModel } from './graph-model.ts';
import { compileLandmark68 } from './landmark68.ts';

/**
 * Compiles a built-in network to the bytes of an ONNX file. `description` is the JSON file beside the weights (empty
 * when the weights are a complete network already).
 */
export function compileNetwork(name: NetworkName, description: string, weights: Uint8Array): Uint8Array {
  switch (name) {
    case 'blazeface':
      return compileGraphModel(description, weights, {
        Identity: [1, 'near', 1],
        Identity_1: [1, 'far', 1],
        Identity_2: [1, 'near', 16],
        Identity_3: [1, 'far', 16],
      }).encode();
    case 'centernet':
      return compileGraphModel(description, weights, {
        'tower_0/keypoints': [1, 80, 'rows', 'columns'],
        'tower_0/wh': [1, 4, 'rows', 'columns'],
      }).encode();
    case 'dlib-resnet':
      return compileDlibResnet(faceApiWeights(description, weights)).encode();
    case 'landmark68':
      return compileLandmark68(faceApiWeights(description, weights)).encode();
    case 'silero-vad':
      return weights;
    default:
      throw new Error(`The network ${name} is not compiled here.`);
  }
}
