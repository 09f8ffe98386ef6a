import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SettingsUpdate } from '../../../../services/contract/api.ts';
import { sectionsOf, settingSections, switchOf } from '../../../../renderer/views/settings/setting.ts';
import { specialSettings } from '../../../../renderer/views/settings/special-settings.ts';
import { de } from '../../../../renderer/words/de.ts';
import { en } from '../../../../renderer/words/en.ts';
import type { SettingWords } from '../../../../renderer/views/settings/setting-words.ts';

const all = Object.values(settingSections).flat();
const hand = new Set<string>(specialSettings);

describe('settings by their schema', () => {
  it('are drawn with all that the schema knows of them, also what is new in it', () => {
    const schema = z.strictObject({
      demo: z.boolean().default(true),
      garden: z
        .strictObject({
          sprinkler: z
            .strictObject({
              enabled: z.boolean().default(false),
              minutes: z.number().int().min(1).max(60).default(10).meta({ unit: 'minutes' }),
            })
            .prefault({}),
          rain: z.number().min(0).max(1).nullable().default(null),
          soil: z.enum(['sand', 'clay']).default('clay'),
          plants: z.array(z.string()).default([]),
        })
        .prefault({}),
    });
    const number = { kind: 'number', unit: '', mayBeNone: false } as const;
    expect(sectionsOf(schema)).toEqual({
      garden: [
        ['sprinkler.enabled', { kind: 'switch' }, false],
        ['sprinkler.minutes', { ...number, least: 1, most: 60, isWhole: true, unit: 'minutes' }, 10],
        ['rain', { ...number, least: 0, most: 1, isWhole: false, mayBeNone: true }, null],
        ['soil', { kind: 'choice', choices: ['sand', 'clay'] }, 'clay'],
        ['plants', { kind: 'special' }, []],
      ].map(([path, shape, standard]) => ({
        ...{
          section: 'garden',
          path,
          name: typeof path === 'string' ? `garden.${path}` : '',
          shape,
          standard,
        },
      })),
    });
  });

  it('that are of no use without a switch belong to it', () => {
    const quiet = settingSections['voice']?.filter(({ path }) => path.startsWith('quietHours')) ?? [];
    expect(quiet.map((setting) => switchOf(setting, quiet))).toEqual([
      ...[null, 'quietHours.enabled', 'quietHours.enabled', 'quietHours.enabled'],
    ]);
  });

  it('are all that can be saved on the page', () => {
    const { revisions: _, ...sections } = SettingsUpdate.shape;
    expect(Object.keys(settingSections).toSorted()).toEqual(Object.keys(sections).toSorted());
  });

  it.each(all.map((setting) => [setting.name, setting] as const))('%s can be drawn', (name, { shape }) => {
    expect(shape.kind !== 'special' || hand.has(name)).toBe(true);
  });

  it('that are made by hand are there', () => {
    const names = all.map(({ name }) => name);
    expect(specialSettings.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe.each([
  ['English', en],
  ['German', de],
])('the words of the settings in %s', (_, words) => {
  const fields: Readonly<Record<string, SettingWords>> = words.settings.fields;
  const places: Readonly<Record<string, { readonly title: string }>> = words.settings.places;

  it.each(all.map((setting) => [setting.name, setting] as const))('tell of %s', (name, { shape }) => {
    const found = fields[name];
    expect(found?.title).toBeTruthy();
    expect(found?.sentence).toBeTruthy();
    if (shape.kind === 'choice') expect(Object.keys(found?.choices ?? {})).toEqual(shape.choices);
    if (shape.kind === 'number' && shape.mayBeNone) expect(found?.none).toBeTruthy();
    if (shape.kind === 'number' && ['sensitivity', 'percent'].includes(shape.unit))
      expect([found?.low, found?.high]).toEqual([expect.any(String), expect.any(String)]);
  });

  it('tell of every section, and of nothing that is not there', () => {
    expect(Object.keys(settingSections).filter((section) => places[section] === undefined)).toEqual([]);
    const names = all.map(({ name }) => name);
    expect(Object.keys(fields).filter((name) => !names.includes(name))).toEqual([]);
  });
});
