// Gives a forked Node process the `process.parentPort` that Electron gives to a utility process.
import { EventEmitter } from 'node:events';

const port = Object.assign(new EventEmitter(), {
  postMessage: (message: object) => process.send?.(message, () => undefined),
});
process.on('message', (data) => port.emit('message', { data }));
// A utility process ends with its parent.
process.on('disconnect', () => process.exit(0));
Object.defineProperty(process, 'parentPort', { value: port });
