import { z } from 'zod';
import { phraseOf, sentencesOf } from '../voice/phrase.ts';
import { parseTemplate } from '../voice/phrase-template.ts';
import type { SlotList, SlotValue } from '../voice/slot-list.ts';

const Named = z.object({ name: z.string() });

/** What Home Assistant's test files tell of a home; entities name their domain, or have an id that begins with it. */
export const TestHome = z.object({
  entities: z
    .array(
      Named.extend({
        id: z.string().optional(),
        domain: z.string().optional(),
        device_class: z.string().optional(),
        attributes: z.object({ device_class: z.string().optional() }).nullish(),
      }),
    )
    .optional(),
  areas: z.array(Named).optional(),
  floors: z.array(Named).optional(),
});
export type TestHome = z.infer<typeof TestHome>;

/** The lists of such a home. In these files a name is a template: `Trader Joe[']s`. */
export function listsOf(home: TestHome): ReadonlyMap<string, SlotList> {
  const names = (home.entities ?? []).flatMap(({ name, id, domain, device_class, attributes }) => {
    const thing = {
      domain: domain ?? id?.split('.')[0] ?? '',
      deviceClass: device_class ?? attributes?.device_class ?? '',
    };
    return valuesOf(name).map((value) => ({ ...value, thing }));
  });
  const list = (values: readonly SlotValue[]): SlotList => ({ kind: 'values', values });
  return new Map([
    ['name', list(names)],
    ['area', list((home.areas ?? []).flatMap(({ name }) => valuesOf(name)))],
    ['floor', list((home.floors ?? []).flatMap(({ name }) => valuesOf(name)))],
  ]);
}

function valuesOf(name: string): readonly SlotValue[] {
  const value = name.replaceAll(/[[\]()]/g, '');
  return sentencesOf(phraseOf(parseTemplate(name)))
    .filter((words) => words.length > 0)
    .map((words) => ({ words, value }));
}
