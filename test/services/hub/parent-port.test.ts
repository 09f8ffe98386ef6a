import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { ToHub } from '../../../services/contract/main-process.ts';
import { parentPort } from '../../../services/hub/parent-port.ts';

class Port extends EventEmitter {
  readonly posted: unknown[] = [];

  postMessage(message: unknown): void {
    this.posted.push(message);
  }
}

describe('the line to the main process', () => {
  it('is not there when the hub was started from a command line', () => {
    expect(parentPort()).toBeNull();
  });

  it('carries messages both ways, and lets nothing else in', () => {
    const port = new Port();
    const line = parentPort({ parentPort: port });
    const heard: ToHub[] = [];
    line?.listen((message) => heard.push(message));
    port.emit('message', { data: { type: 'key', key: new Uint8Array(3) }, ports: [] });
    port.emit('message', { data: 'stop', ports: [] });
    port.emit('message', { data: { type: 'key_file', notice: null }, ports: [] });
    line?.post({ type: 'ready', address: 'http://127.0.0.1:7766/' });
    expect(heard).toEqual([{ type: 'key_file', notice: null }]);
    expect(port.posted).toEqual([{ type: 'ready', address: 'http://127.0.0.1:7766/' }]);
  });
});
