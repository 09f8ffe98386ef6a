import type { HomeNames } from '../../contract/entity.ts';
import type { GrammarTrouble } from './phrase-file.ts';
import type { SlotList, SlotValue } from './slot-list.ts';
import { languageOf, type Language } from './language.ts';
import { saidWords } from './said-word.ts';
import { isSpeakable, spokenWords } from './spoken-words.ts';

export interface HomeLists {
  readonly lists: ReadonlyMap<string, SlotList>;
  readonly troubles: readonly GrammarTrouble[];
}

/**
 * The lists that come from the home itself: name, area, person, camera. Values are written as the home writes them. A name in a
 * script that is not spelled by its sound is understood where it is written, and told, unless another name of the thing is said.
 */
export function homeLists(home: HomeNames, language: Language = languageOf('en')): HomeLists {
  const troubles: GrammarTrouble[] = [];
  const namesOf = (value: string, aliases: readonly string[], more: Pick<SlotValue, 'context'> = {}) => {
    const values = [...new Set([value, ...aliases])].map((said) => ({
      ...valueOf(said, value, language),
      ...more,
    }));
    if (values.every(({ isSilent }) => isSilent)) troubles.push(unspeakable(value, language));
    return values.filter(({ words }) => words.length > 0);
  };
  const plain = (names: readonly string[]): SlotList => ({
    kind: 'values',
    values: [...new Set(names)].flatMap((name) => namesOf(name, [])),
  });
  const names = home.entities.flatMap(({ name, aliases, domain, deviceClass, area }) =>
    namesOf(name, aliases, { context: { domain, device_class: deviceClass, in_area: area } }),
  );
  const lists = new Map<string, SlotList>([
    ['name', { kind: 'values', values: names }],
    ['area', plain(home.areas)],
    ['person', plain(home.people)],
    ['camera', plain(home.cameras.map(({ name }) => name))],
    ['area_lights', { kind: 'values', values: home.areas.flatMap((area) => compounds(area, language)) }],
  ]);
  return { lists, troubles };
}

function valueOf(said: string, value: string, language: Language): SlotValue {
  const words = saidWords(said, language).map(({ word }) => word);
  const isSpoken = words.length > 0 && isSpeakable(said, language);
  return isSpoken ? { words, value } : { words, value, isSilent: true };
}

function unspeakable(name: string, language: Language): GrammarTrouble {
  return {
    what: `The name "${name}" can not be spoken in ${language.name}.`,
    advice:
      'Give it a name or an alias in Latin letters to use it by voice; what you type may use it as it is.',
  };
}

/** "Küchenlicht": German writes a room and its light as one word, with a joint in between or none. */
function compounds(area: string, language: Language): readonly SlotValue[] {
  if (language.code !== 'de' || !isSpeakable(area, language)) return [];
  return ['licht', 'lichter', 'lampe', 'lampen', 'beleuchtung'].flatMap((light) =>
    ['', 'n', 's', 'en'].map((joint) => ({
      words: spokenWords(`${area}${joint}${light}`, language),
      value: area,
    })),
  );
}
