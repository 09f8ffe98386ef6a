import { tryOut, type SherpaFiles } from './sherpa.ts';

// The process of a trial: it gets the files as a message, and is still alive to say so when they are in order.
process.once('message', (files: SherpaFiles) => {
  tryOut(files).then(
    () => process.send?.('in order', undefined, undefined, () => process.exit(0)),
    () => process.exit(1),
  );
});
process.once('disconnect', () => process.exit(1));
