// A hub in small: `hub-fixture.ts <manner> <file>`. It writes what it was told into the file.
import { appendFileSync } from 'node:fs';
import { parentPort } from '../../services/hub/parent-port.ts';

const [, , manner = '', file = ''] = process.argv;
const note = (what: object) => {
  appendFileSync(file, `${JSON.stringify(what)}\n`);
};

if (manner === 'dies') process.exit(3);
const main = parentPort();
main?.listen((message) => {
  if (message.type === 'stop') {
    note({ stop: true });
    if (manner !== 'deaf') process.exit(0);
    return;
  }
  const key = message.type === 'key' ? Buffer.from(message.key).toString('hex') : null;
  const sight = JSON.stringify([process.env, process.argv, process.execArgv]);
  note({ ...message, key, keyInSight: key !== null && sight.includes(key) });
  if (manner === 'fails') {
    main.post({ type: 'failed', what: 'The disk is full.', advice: 'Free some.' });
    setTimeout(() => process.exit(1), 50);
  } else {
    main.post({ type: 'ready', address: 'http://127.0.0.1:7766/' });
  }
});
