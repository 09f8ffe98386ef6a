import { expect, test } from 'vitest';
import { Trouble } from '../../../services/contract/trouble.ts';
import { VoiceStatus } from '../../../services/voice/voice-status.ts';

function listen(): { told: unknown[]; status: VoiceStatus } {
  const told: unknown[] = [];
  const status = new VoiceStatus({
    stateChanged: (state) => told.push(state),
    troubled: ({ id, what }) => told.push(`${id}: ${what}`),
  });
  return { told, status };
}

const waiting = { kind: 'waiting', source: 'none', wakePhrase: 'computer' };

test('each state is told once; after all else Lares waits', () => {
  const { told, status } = listen();
  status.hears('computer', []);
  status.isNow('waiting');
  status.isNow({ kind: 'listening', sinceMs: 5 });
  status.isNow({ kind: 'thinking' });
  status.speaks('Done.');
  status.speaks(null);
  expect(told).toEqual([
    waiting,
    { kind: 'listening', sinceMs: 5 },
    { kind: 'thinking' },
    { kind: 'speaking', text: 'Done.' },
    waiting,
  ]);
});

test('a missing microphone is told, and its coming back', () => {
  const { told, status } = listen();
  status.hears('computer', []);
  status.microphoneIs('none');
  status.microphoneIs('none');
  status.microphoneIs('hearing');
  expect(told).toEqual([
    waiting,
    'microphone: Lares hears no microphone.',
    'microphone: ',
    { ...waiting, source: 'microphone' },
  ]);
});

test('troubles of the phrases come and go; a missing program says why nothing is heard', () => {
  const { told, status } = listen();
  status.hears('computer', [{ what: 'my.yaml line 3: unknown slot.', advice: 'Correct it.' }]);
  status.hears('computer', []);
  const missing = new Trouble('missing_program', { what: 'No recogniser.', advice: 'Install it.' });
  status.isDeaf(missing);
  expect(status.whyNot()).toBe(missing);
  status.isOff('Switched off.');
  expect(status.whyNot().code).toBe('unavailable');
  expect(told).toEqual([
    'grammar-1: my.yaml line 3: unknown slot.',
    waiting,
    'grammar-1: ',
    'hearing: No recogniser.',
    { kind: 'off', why: 'No recogniser.' },
    'hearing: ',
    { kind: 'off', why: 'Switched off.' },
  ]);
});
