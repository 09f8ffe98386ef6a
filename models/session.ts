import './no-telemetry.ts';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { basename } from 'node:path';
import { Trouble } from '../services/contract/trouble.ts';
import { countRun } from './run-times.ts';

/** A tensor as a network takes and gives it: values row by row. */
export interface FloatTensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}
export type NetworkInput =
  FloatTensor | { readonly data: BigInt64Array<ArrayBuffer>; readonly shape: readonly number[] };

/**
 * One network in memory. The only door to onnxruntime-node. `run` blocks the event loop while it computes, so a
 * session lives in the vision or the voice process, never in the hub.
 */
export class Session {
  readonly #session: InferenceSession;
  readonly #name: string;

  private constructor(session: InferenceSession, name: string) {
    this.#session = session;
    this.#name = name;
  }

  /**
   * Opens a network from the path of its file, or from its bytes and the name that its runs are counted by. Throws Trouble 'damaged'
   * when it is no network.
   */
  static async open(network: string | Uint8Array, name = nameOf(network)): Promise<Session> {
    // One thread, and no spinning while it waits: the fastest and steadiest on a box that also decodes video.
    // Outputs allocated before, other uses of memory and other levels of optimisation gained nothing or lost half.
    const options: InferenceSession.SessionOptions = {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      extra: { session: { intra_op: { allow_spinning: '0' } } },
      logSeverityLevel: 3,
    };
    try {
      const session =
        typeof network === 'string'
          ? await InferenceSession.create(network, options)
          : await InferenceSession.create(network, options);
      return new Session(session, name);
    } catch (cause) {
      throw new Trouble('damaged', {
        what: 'A network file is damaged.',
        advice: 'Delete the models folder and start again; it is made anew.',
        cause,
      });
    }
  }

  /** Computes all outputs. Each is asked for by its name. */
  async run(inputs: Readonly<Record<string, NetworkInput>>): Promise<NetworkOutputs> {
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, { data, shape }]) => [name, tensor(data, shape)]),
    );
    const beganMs = performance.now();
    const outputs = await this.#session.run(feeds);
    countRun(this.#name, performance.now() - beganMs);
    return new NetworkOutputs(outputs);
  }

  async close(): Promise<void> {
    await this.#session.release();
  }
}

/** A compiled network's file ends with a part of its hash, which tells nobody anything. */
function nameOf(network: string | Uint8Array): string {
  return typeof network === 'string' ? basename(network, '.onnx').replace(/-[0-9a-f]{12}$/, '') : 'network';
}

function tensor(data: Float32Array | BigInt64Array, shape: readonly number[]): Tensor {
  return data instanceof Float32Array ? new Tensor('float32', data, shape) : new Tensor('int64', data, shape);
}

/** What a run gave. */
export class NetworkOutputs {
  readonly #values: InferenceSession.OnnxValueMapType;

  constructor(values: InferenceSession.OnnxValueMapType) {
    this.#values = values;
  }

  /** The float tensor of that name; throws when the network has none, since then the file is another network. */
  floats(name: string): FloatTensor {
    const value = this.#values[name];
    if (!value || !(value.data instanceof Float32Array))
      throw new Error(`The network has no output ${name}.`);
    return { data: value.data, shape: value.dims };
  }
}
