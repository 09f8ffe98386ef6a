import { z } from 'zod';
import { languageOf, type Language } from '../voice/phrases/language.ts';
import { phraseOf, sentencesOf } from '../voice/phrases/phrase.ts';
import { parseTemplate } from '../voice/phrases/phrase-template.ts';
import type { SlotList, SlotValue } from '../voice/phrases/slot-list.ts';

const Named = z.object({ name: z.string() });

/** What Home Assistant's test files tell of a home; entities name their domain, or have an id that begins with it. */
export const TestHome = z.object({
  entities: z
    .array(
      Named.extend({
        id: z.string().optional(),
        domain: z.string().optional(),
        area: z.string().optional(),
        device_class: z.string().optional(),
        attributes: z.object({ device_class: z.string().optional() }).nullish(),
      }),
    )
    .optional(),
  areas: z.array(Named.extend({ id: z.string().optional() })).optional(),
  floors: z.array(Named).optional(),
  language: z.string().optional(),
});
export type TestHome = z.infer<typeof TestHome>;

/** The lists of such a home. In these files a name is a template: `Trader Joe[']s`. */
export function listsOf(home: TestHome): ReadonlyMap<string, SlotList> {
  const language = languageOf(home.language ?? 'en');
  const named = (name: string) => valuesOf(name, language);
  const areas = new Map((home.areas ?? []).map(({ id = '', name }) => [id, plain(name)]));
  const names = (home.entities ?? []).flatMap(({ name, id, domain, device_class, attributes, area = '' }) => {
    const context = {
      domain: domain ?? id?.split('.')[0] ?? '',
      device_class: device_class ?? attributes?.device_class ?? '',
      in_area: areas.get(area) ?? area,
    };
    return named(name).map((value) => ({ ...value, context }));
  });
  const list = (values: readonly SlotValue[]): SlotList => ({ kind: 'values', values });
  return new Map([
    ['name', list(names)],
    ['area', list((home.areas ?? []).flatMap(({ name }) => named(name)))],
    ['floor', list((home.floors ?? []).flatMap(({ name }) => named(name)))],
  ]);
}

function plain(name: string): string {
  return name.replaceAll(/[[\]()]/g, '');
}

function valuesOf(name: string, language: Language): readonly SlotValue[] {
  const value = plain(name);
  return sentencesOf(phraseOf(parseTemplate(name), language))
    .filter((words) => words.length > 0)
    .map((words) => ({ words, value }));
}
