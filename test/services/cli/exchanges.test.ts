import { expect, it } from 'vitest';
import type { TranscriptEntry } from '../../../services/contract/voice.ts';
import { exchangeText } from '../../../services/cli/exchanges.ts';

const entry: TranscriptEntry = {
  id: 't1',
  atMs: 1,
  heard: 'turn on the light',
  intent: null,
  outcome: 'done',
  reply: 'Turned on the light.',
};

it('an exchange is told with how sure the ear was, and what the household said of it', () => {
  expect(exchangeText(entry)).toBe('heard: turn on the light\ndone: Turned on the light.');
  expect(exchangeText({ ...entry, confidence: 0.876 })).toBe(
    'heard: turn on the light (88 % sure)\ndone: Turned on the light.',
  );
  const verdict = { how: 'misheard', meant: 'the fan', hasRecording: false } as const;
  expect(exchangeText({ ...entry, heard: '', verdict })).toBe(
    'heard: (no words), which was misheard: the fan\ndone: Turned on the light.',
  );
  expect(exchangeText({ ...entry, verdict: { ...verdict, how: 'not_called' } })).toMatch(
    /not meant for Lares/,
  );
});
