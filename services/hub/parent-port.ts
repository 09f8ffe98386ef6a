import { type FromHub, ToHub } from '../contract/main-process.ts';

/** The line to Electron's main process. What main says before anybody listens is kept for the first listener. */
export interface ParentPort {
  post(message: FromHub): void;
  listen(listener: (message: ToHub) => void): void;
}

/** Null when the hub was started from a command line: Electron adds `parentPort` to `process` in a utility process only. */
export function parentPort(owner: object = process): ParentPort | null {
  const port: unknown = Reflect.get(owner, 'parentPort');
  if (typeof port !== 'object' || port === null) return null;
  const call = (method: 'on' | 'postMessage', ...args: readonly unknown[]): void => {
    const found: unknown = Reflect.get(port, method);
    if (typeof found === 'function') Reflect.apply(found, port, args);
  };
  return {
    post: (message) => {
      call('postMessage', message);
    },
    listen: (listener) => {
      call('on', 'message', (event: unknown) => {
        const data: unknown = typeof event === 'object' && event !== null ? Reflect.get(event, 'data') : null;
        const message = ToHub.safeParse(data);
        if (message.success) listener(message.data);
      });
    },
  };
}
