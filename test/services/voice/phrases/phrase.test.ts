import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../../services/voice/phrases/language.ts';
import { phraseOf, sentencesOf } from '../../../../services/voice/phrases/phrase.ts';
import { parseTemplate } from '../../../../services/voice/phrases/phrase-template.ts';
import { wordTree } from '../../../../services/voice/phrases/word-tree.ts';

const said = (template: string) =>
  [...new Set(sentencesOf(phraseOf(parseTemplate(template))).map((words) => words.join(' ')))].sort();

describe('phraseOf', () => {
  it.each([
    ['light[s] on', ['light on', 'lights on']],
    ['light [s] on', ['light on', 'light s on']],
    ['day[ ]light', ['day light', 'daylight']],
    ['ten[([ ]%)| percent]', ['ten', 'ten percent']],
    ['five( |-)minute[s]', ['five minute', 'five minutes']],
    ['lights (on;[now])', ['lights now on', 'lights on', 'lights on now']],
    ['a|b c', ['a', 'b c']],
    ['[[all] the] doors', ['all the doors', 'doors', 'the doors']],
    ['(left;)', ['left']],
    ['', ['']],
  ])('%s', (template, sentences) => {
    expect(said(template)).toEqual(sentences);
  });

  it('keeps lists and rules apart from the words that are glued to them', () => {
    expect(phraseOf(parseTemplate('{minutes}-minute <thing>'))).toEqual({
      kind: 'all',
      items: [
        { kind: 'slot', list: 'minutes', slot: 'minutes' },
        { kind: 'word', word: 'minute' },
        { kind: 'rule', rule: 'thing' },
      ],
    });
  });

  it('refuses what no recogniser can hold', () => {
    const glued = 'x' + '[a|b|c|d]'.repeat(12);
    expect(() => phraseOf(parseTemplate(glued))).toThrow('too many brackets are glued to one word');
    expect(() => phraseOf(parseTemplate('(a;b;c;d;e;f)'))).toThrow('more than five parts');
    expect(() => phraseOf(parseTemplate('(a;b;c;(a;b;c;(a;b;c;(a;b;c))))'))).toThrow('too many orders');
  });

  it('refuses words of a script that is not spoken in its language, since the rest would mean something else', () => {
    const template = parseTemplate('打开 {name}');
    expect(() => phraseOf(template)).toThrow('"打开" can not be spoken in English');
    expect(phraseOf(template, languageOf('zh'))).toMatchObject({ items: [{}, {}, { kind: 'slot' }] });
    expect(phraseOf(parseTemplate('💡 on'))).toEqual({ kind: 'word', word: 'on' });
  });
});

describe('wordTree', () => {
  it('says exactly the same sentences', () => {
    const sentences = ['twenty', 'twenty one', 'thirty', 'thirty one', 'iced mocha', 'mocha', ''].sort();
    const tree = wordTree(sentences.map((sentence) => sentence.split(' ').filter((word) => word !== '')));
    expect(
      sentencesOf(tree)
        .map((words) => words.join(' '))
        .sort(),
    ).toEqual(sentences);
  });
});
