import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openStore } from '../../../services/store/store.ts';
import { scratchFolder } from './scratch.ts';

test('the shopping list keeps its order over a restart and forgets what was bought', () => {
  const opened = { dataDirectory: scratchFolder(), key: new Uint8Array(randomBytes(32)) };
  const store = openStore(opened);
  for (const item of ['milk', 'Brot', '2 Äpfel']) store.shopping.add(item);
  store.shopping.complete('Brot');
  store.shopping.complete('butter');
  store.close();
  const again = openStore(opened);
  expect(again.shopping.open()).toEqual(['milk', '2 Äpfel']);
  again.close();
});
