import { Agent as HttpAgent, type ClientRequestArgs } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';

/** No answer of a camera is larger; one with 60 profiles has some 200 kB. */
const mostBytes = 256 * 1024;

/** The library looks from each of these words to the end of the answer: thousands of them would hold the hub up for seconds. */
const namespace = 'xmlns';
const mostNamespaces = 1500;

/** Makes connections that end when `signal` aborts or when the other side says more than a camera would. */
export class BoundedHttpAgent extends HttpAgent {
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    super();
    this.#signal = signal;
  }

  override createConnection(
    options: ClientRequestArgs,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    return bounded(super.createConnection(options, callback), this.#signal);
  }
}

/** The same over TLS. Cameras sign their certificates themselves; the password itself is never sent, only a digest. */
export class BoundedHttpsAgent extends HttpsAgent {
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    super({ rejectUnauthorized: false });
    this.#signal = signal;
  }

  override createConnection(
    options: RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    return bounded(super.createConnection(options, callback), this.#signal);
  }
}

function bounded(stream: Duplex | null | undefined, signal: AbortSignal): Duplex | null | undefined {
  if (stream === null || stream === undefined) return stream;
  const isTooMuch = counter();
  stream.on('data', (chunk: Uint8Array) => {
    if (isTooMuch(chunk)) stream.destroy(new Error('The answer is more than a camera would say.'));
  });
  const end = (): void => {
    stream.destroy(new Error('It took too long.'));
  };
  signal.addEventListener('abort', end);
  stream.once('close', () => {
    signal.removeEventListener('abort', end);
  });
  return stream;
}

function counter(): (chunk: Uint8Array) => boolean {
  let bytes = 0;
  let namespaces = 0;
  let tail = '';
  return (chunk) => {
    const text = tail + Buffer.from(chunk).toString('latin1');
    bytes += chunk.byteLength;
    namespaces += text.split(namespace).length - 1;
    tail = text.slice(1 - namespace.length).replaceAll(namespace, '');
    return bytes > mostBytes || namespaces > mostNamespaces;
  };
}
