import { expect, test } from 'vitest';
import { languageOf } from '../../../../services/voice/phrases/language.ts';
import { buildGrammar, loadPhrases } from '../../../../services/voice/phrases/intents.ts';
import { confidenceOfTokens, FreeText } from '../../../../services/voice/recogniser/free-text.ts';
import { HOME } from '../phrases/home.ts';

const text = new FreeText({
  grammar: buildGrammar(loadPhrases('en', '/nonexistent'), HOME),
  wakePhrase: 'jarvis',
  language: languageOf('en'),
});
const kitchenLight = { name: 'HassTurnOn', slots: { name: 'Kitchen Light' } };
const heard = 'turn on the kitchen light';

test.each([
  'JARVIS TURN ON THE KITCHEN LIGHT',
  ' Jarvis, turn on the kitchen light.',
  'jarvis… Turn on the Kitchen Light!',
])('free text is read by the templates, however it is written: %s', (written) => {
  expect(text.read(written, 'with wake phrase', 0.8)).toEqual({
    kind: 'command',
    heard,
    command: kitchenLight,
    confidence: 0.9,
    sure: true,
    alternatives: [],
  });
});

test('the wake phrase alone is told; where a command is awaited it may be left out', () => {
  expect(text.read('Jarvis.', 'with wake phrase', 1)).toEqual({ kind: 'wake_phrase' });
  expect(text.read(heard, 'anyhow', 1)).toMatchObject({ kind: 'command', heard, sure: true });
  expect(text.read(`jarvis ${heard}`, 'anyhow', 1)).toMatchObject({ kind: 'command', heard, sure: true });
});

test('a recogniser that leaves the wake phrase out is believed', () => {
  expect(text.read(heard, 'with wake phrase', 1)).toMatchObject({ kind: 'command', heard, sure: true });
});

test.each(['travis turn on the kitchen light', 'jar vis turn on the kitchen light'])(
  'a wake phrase that was written otherwise is taken for it, but then it is asked: %s',
  (written) => {
    expect(text.read(written, 'with wake phrase', 1)).toMatchObject({
      kind: 'command',
      heard,
      confidence: 0.5,
      sure: false,
    });
    expect(text.read(written, 'anyhow', 1)).toEqual({ kind: 'unclear' });
  },
);

test.each([
  '',
  ' ',
  '…',
  'Thank you.',
  'jarvis turn on the unicorn',
  'jarvis do not turn on the kitchen light',
  '打开灯',
])('what no template fits is unclear: "%s"', (written) => {
  expect(text.read(written, 'with wake phrase', 1)).toEqual({ kind: 'unclear' });
});

test('the probabilities of words become one; a network that has none gets what is usual', () => {
  expect(confidenceOfTokens([Math.log(0.5), Math.log(0.5)], 0.3)).toBeCloseTo(0.5);
  expect(confidenceOfTokens([], 0.3)).toBe(0.3);
});
