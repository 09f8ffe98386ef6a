import { expect, test } from 'vitest';
import { spokenSentences } from '../../../../services/voice/sound/spoken-text.ts';

const said = (text: string) => spokenSentences(text, 'en');

test('sentences are said one by one', () => {
  expect(said('Turned on the kitchen light. It is 5.30 p.m. now! All right?')).toEqual([
    'Turned on the kitchen light.',
    'It is 5.30 p.m. now!',
    'All right?',
  ]);
  expect(spokenSentences('Heute ist Sonntag, der 5. Mai. Es ist 22°C.', 'de')).toEqual([
    'Heute ist Sonntag, der 5. Mai.',
    'Es ist 22°C.',
  ]);
});

test('markup and phoneme brackets are not said, and not followed', () => {
  expect(said('<speak>Hello <break time="3s"/>there</speak>')).toEqual(['Hello there']);
  expect(said('The [[h@loU]] light')).toEqual(['The h@loU light']);
  expect(said('1 < 2 and 3 > 2')).toEqual(['1 2 and 3 2']);
});

test('what looks like an option of a program is only words', () => {
  expect(said('--stdin -w /tmp/x')).toEqual(['--stdin -w /tmp/x']);
});

test('control characters, half characters, pictures and lines are spaces', () => {
  expect(said('Good\u0000\u001b[31m\nnight\u202e \ud800 \u{1f600}Anna')).toEqual(['Good 31m night � Anna']);
});

test('a text without a letter or a number is not said', () => {
  expect(['', '   ', '...', '\u0007', '<b></b>', '\u{1f600}'].map(said)).toEqual([[], [], [], [], [], []]);
});

test('other scripts are left to the voice', () => {
  expect(said('Включи свет. 打开灯')).toEqual(['Включи свет. 打开灯']);
});

test('a long text is cut after a sentence, and the rest is said to be on the screen', () => {
  const sentence = 'Somebody came to the front door at noon.';
  const sentences = said(`${sentence} `.repeat(300));
  expect(sentences).toEqual([...Array.from({ length: 5 }, () => sentence), 'The rest is on the screen.']);
  expect(spokenSentences(`${sentence} `.repeat(300), 'de').at(-1)).toBe('Der Rest steht auf dem Bildschirm.');
});

test('a long list is cut between two of its parts', () => {
  const people = Array.from({ length: 12 }, (_, at) => `person ${at} came once (last at 5 PM)`).join(', ');
  expect(said(`Today: ${people}.`)).toEqual([
    `Today: ${people.split(', ').slice(0, 6).join(', ')}.`,
    'The rest is on the screen.',
  ]);
});

test('a long text without an end is cut after a word, a long word anywhere, a character never', () => {
  expect(said('light '.repeat(2_000))).toEqual([
    `${'light '.repeat(39)}light.`,
    'The rest is on the screen.',
  ]);
  expect(said('a'.repeat(10_000))).toEqual(['a'.repeat(240), 'The rest is on the screen.']);
  const letters = said(`a${'𝒜'.repeat(5_000)}`)[0] ?? '';
  expect([letters.isWellFormed(), Array.from(letters).length]).toEqual([true, 120]);
});
