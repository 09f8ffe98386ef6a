import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../../services/voice/phrases/language.ts';
import { isSpeakable, spokenWords } from '../../../../services/voice/phrases/spoken-words.ts';

describe('spokenWords', () => {
  it.each([
    ['Turn ON the light, please!', 'turn on the light please'],
    ['Set it to 50%', 'set it to fifty percent'],
    ['21.5 °C', 'twenty one point five degrees celsius'],
    ['Küche & Flur', 'kuche and flur'],
    ['Straße, Øresund', 'strasse oresund'],
    ['What’s up', "what's up"],
    ["'quoted' Mum's", "quoted mum's"],
    ['Lamp2', 'lamp two'],
    ['kitchen_light-left', 'kitchen light left'],
    ['007', 'zero zero seven'],
    ['1/2', 'half'],
    ['-5 degrees', 'minus five degrees'],
    ['123456', 'one two three four five six'],
    ['Кухня, Щука', 'kukhnya shchuka'],
    ['Κουζίνα', 'kouzina'],
    ['厨房 💡', ''],
  ])('says %s', (text, words) => {
    expect(spokenWords(text).join(' ')).toBe(words);
  });

  it.each([
    ['Küche auf 21,5 °C', 'kuche auf einundzwanzig komma funf grad celsius'],
    ['100 %', 'einhundert prozent'],
    ['17.', 'siebzehn'],
    ['Straße & Öl', 'strasse und ol'],
  ])('says %s in German', (text, words) => {
    expect(spokenWords(text, languageOf('de')).join(' ')).toBe(words);
  });
});

describe('isSpeakable', () => {
  it.each([
    ['Küche 2', true],
    ['Кухня', true],
    ['Κουζίνα', true],
    ['💡', true],
    ['厨房', false],
    ['厨房 2', false],
    ['مطبخ', false],
    ['キッチン light', false],
    ['주방', false],
    ['מטבח', false],
  ])('%s: %s', (text, isSaid) => {
    expect(isSpeakable(text)).toBe(isSaid);
    expect(isSpeakable(text, languageOf('ar'))).toBe(true);
  });
});
