import { EventEmitter } from 'node:events';
import { type FromHub, ToHub } from '../contract/main-process.ts';

/** The line to Electron's main process. */
export interface ParentPort {
  post(message: FromHub): void;
  listen(listener: (message: ToHub) => void): void;
}

/** Null when the hub was started from a command line. Electron adds `parentPort` to `process` in a utility process only. */
export function parentPort(): ParentPort | null {
  const port: unknown = Reflect.get(process, 'parentPort');
  if (!(port instanceof EventEmitter) || !('postMessage' in port)) return null;
  const { postMessage } = port;
  if (typeof postMessage !== 'function') return null;
  return {
    post: (message) => {
      Reflect.apply(postMessage, port, [message]);
    },
    listen: (listener) => {
      port.on('message', (event: unknown) => {
        const data: unknown =
          typeof event === 'object' && event !== null ? Reflect.get(event, 'data') : event;
        const message = ToHub.safeParse(data);
        if (message.success) listener(message.data);
      });
    },
  };
}
