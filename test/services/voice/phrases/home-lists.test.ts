import { describe, expect, it } from 'vitest';
import { homeLists } from '../../../../services/voice/phrases/home-lists.ts';
import { buildGrammar, loadPhrases } from '../../../../services/voice/phrases/intents.ts';
import { languageOf } from '../../../../services/voice/phrases/language.ts';
import { HOME } from './home.ts';

describe('The names of a home', () => {
  it('understands a name in another script where it is written, and tells that it is not heard', () => {
    const [light] = HOME.entities;
    if (light === undefined) throw new Error('there are things');
    const things = [
      { ...light, name: '厨房灯' },
      { ...light, name: '灯 2' },
      { ...light, name: 'مصباح' },
      { ...light, name: '주방등', aliases: ['Counter Light'] },
    ];
    const { interpret, jsgf, words, names, troubles } = buildGrammar(loadPhrases('en', '/nowhere'), {
      ...HOME,
      entities: things,
      areas: ['キッチン', 'Κουζίνα'],
    });
    expect(troubles.map(({ what }) => what)).toEqual(
      ['厨房灯', '灯 2', 'مصباح', 'キッチン'].map(
        (name) => `The name "${name}" can not be spoken in English.`,
      ),
    );
    const said = ['厨房灯', '灯 2', 'مصباح؟', '주방등', 'counter light'];
    expect(said.map((name) => interpret(`turn on ${name}`)?.slots)).toEqual([
      { name: '厨房灯' },
      { name: '灯 2' },
      { name: 'مصباح' },
      { name: '주방등' },
      { name: '주방등' },
    ]);
    expect(['turn on two', 'lights off 客厅', '厨房'].map((text) => interpret(text))).toEqual([
      null,
      null,
      null,
    ]);
    expect(interpret('turn off the lights in the キッチン')?.slots).toEqual({
      domain: 'light',
      area: 'キッチン',
    });
    expect(interpret('add 牛奶 to the shopping list')?.slots).toEqual({ item: '牛奶' });
    expect(names).toEqual(expect.arrayContaining(['counter light', 'kouzina']));
    expect(names.join(' ')).toMatch(/^[ -~]*$/);
    expect(jsgf).toMatch(/^[\n -~]*$/);
    expect(words).toEqual(expect.arrayContaining(['kouzina', 'counter']));
  });

  it('keeps two things of one name apart by their rooms', () => {
    const [light] = HOME.entities;
    if (light === undefined) throw new Error('there are things');
    const entities = ['Kitchen', 'Bedroom'].map((area) => ({ ...light, name: 'Lamp', area }));
    const { interpret } = buildGrammar(loadPhrases('en', '/nowhere'), { ...HOME, entities });
    expect(
      ['turn on the lamp', 'turn on the lamp in the bedroom'].map((text) => interpret(text)?.slots),
    ).toEqual([{ name: 'Lamp' }, { name: 'Lamp', area: 'Bedroom' }]);
  });

  it('in another script make no German compounds', () => {
    const { lists } = homeLists({ ...HOME, areas: ['厨房', 'Küche'] }, languageOf('de'));
    const compounds = lists.get('area_lights');
    const values = compounds?.kind === 'values' ? compounds.values : [];
    expect(new Set(values.map(({ value }) => value))).toEqual(new Set(['Küche']));
    expect(values.map(({ words }) => words.join(' '))).toContain('kuchenlicht');
  });
});
