import { expect, it } from 'vitest';
import { VoiceSettings } from '../../../../services/contract/settings.ts';
import type { VoiceState } from '../../../../services/contract/voice.ts';
import { speakerSentence } from '../../../../services/hub/setup/speaker-test.ts';

const waiting: VoiceState = { kind: 'waiting', source: 'none', wakePhrase: 'computer' };
const sentence = (voice: unknown, state: VoiceState = waiting) =>
  speakerSentence({ voice: VoiceSettings.parse(voice), state, now: new Date('2026-05-01T23:00') });

it('is said in the language of the voice', () => {
  expect(sentence({})).toContain('This is Lares.');
  expect(sentence({ language: 'de' })).toContain('Hier ist Lares.');
});

it.each([
  [{ replyAloud: false }, waiting, 'in writing only'],
  [{ replyVolume: 0 }, waiting, 'in writing only'],
  [{ quietHours: { enabled: true } }, waiting, 'These are quiet hours'],
  [{}, { kind: 'off', why: 'Voice is switched off in the settings.' } as const, 'Voice is switched off'],
])('is not said where nobody would hear it: %j', (voice, state, why) => {
  expect(() => sentence(voice, state)).toThrow(why);
});

it('is said in quiet hours that are not silent', () => {
  expect(sentence({ quietHours: { enabled: true, volume: 20 } })).toContain('This is Lares.');
});
