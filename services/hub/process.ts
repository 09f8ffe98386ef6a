import { parseArgs } from 'node:util';
import { runHub } from './run.ts';

// The hub's process: `node services/hub/process.ts [--settings FILE]`, or a utility process of Electron.
const { values } = parseArgs({ options: { settings: { type: 'string' } }, strict: false });
await runHub(typeof values.settings === 'string' ? values.settings : undefined);
