import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Trouble } from '../../../services/contract/trouble.ts';
import { PassphraseGate } from '../../../services/store/passphrase-gate.ts';
import { scratchFolder } from './scratch.ts';

const wrong = () =>
  Promise.reject(new Trouble('wrong_passphrase', { what: 'This is not the passphrase.', advice: '' }));
const right = () => Promise.resolve('open');

test('after three wrong passphrases the wait doubles up to a minute, and ends with the right one', async () => {
  const gate = new PassphraseGate(scratchFolder());
  let nowMs = 0;
  const tell = (work: () => Promise<string>) =>
    gate
      .attempt(work, () => nowMs)
      .catch((error: unknown) => (error instanceof Trouble ? error.advice : error));
  await tell(wrong);
  await tell(wrong);
  const waits: unknown[] = [];
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await tell(wrong);
    waits.push(await tell(right));
    nowMs += 60_000;
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => `Try again in ${seconds} seconds.`));
  expect(await tell(right)).toBe('open');
  expect([await tell(wrong), await tell(right)]).toEqual(['', 'open']);
});

test('many at once are tried one after the other, so that the wait holds for them too', async () => {
  const gate = new PassphraseGate(scratchFolder());
  let tried = 0;
  const counted = () => {
    tried += 1;
    return wrong();
  };
  const codes = await Promise.all(
    Array.from({ length: 20 }, () =>
      gate
        .attempt(counted, () => 0)
        .catch((error: unknown) => (error instanceof Trouble ? error.code : error)),
    ),
  );
  expect(tried).toBe(3);
  expect(codes.filter((code) => code === 'refused')).toHaveLength(17);
});

test('trouble of another kind costs no wait', async () => {
  const gate = new PassphraseGate(scratchFolder());
  const failing = () => Promise.reject(new Error('out of memory'));
  for (let attempt = 0; attempt < 5; attempt += 1)
    await expect(gate.attempt(failing, () => 0)).rejects.toThrow('out of memory');
  expect(await gate.attempt(right, () => 0)).toBe('open');
});

test('the wait outlives the process, and a clock that was set back makes it no longer', async () => {
  const folder = scratchFolder();
  const tell = (nowMs: number, work: () => Promise<string>) =>
    new PassphraseGate(folder)
      .attempt(work, () => nowMs)
      .catch((error: unknown) => (error instanceof Trouble ? error.advice : error));
  for (let attempt = 0; attempt < 3; attempt += 1) await tell(100_000, wrong);
  expect(await tell(100_500, right)).toBe('Try again in 1 seconds.');
  expect(await tell(101_000, wrong)).toBe('');
  expect(await tell(0, right)).toBe('Try again in 60 seconds.');
  expect(await tell(103_000, right)).toBe('open');
  expect(await tell(103_000, wrong)).toBe('');
});

test('an attempt counts although the process ends in the middle of it', async () => {
  const folder = scratchFolder();
  for (let attempt = 0; attempt < 3; attempt += 1)
    await new Promise<void>((begun) => {
      const never = () =>
        new Promise<string>(() => {
          begun();
        });
      void new PassphraseGate(folder).attempt(never, () => 0);
    });
  await expect(new PassphraseGate(folder).attempt(right, () => 0)).rejects.toMatchObject({ code: 'refused' });
});

test('a count that can not be kept or read holds in memory', async () => {
  const folder = join(scratchFolder(), 'config');
  writeFileSync(folder, 'a file where the folder should be');
  const gate = new PassphraseGate(folder);
  for (let attempt = 0; attempt < 3; attempt += 1) await gate.attempt(wrong, () => 0).catch(() => undefined);
  await expect(gate.attempt(right, () => 0)).rejects.toMatchObject({ code: 'refused' });
  expect(await gate.attempt(right, () => 1000)).toBe('open');
});
