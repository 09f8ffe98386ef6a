import { hrefOf } from '../../route.ts';
import { words } from '../../words/words.ts';
import { found } from './found-settings.ts';
import { places } from './places.ts';
import { settingSections } from './setting.ts';
import { wordsOfPlace, wordsOfSetting } from './setting-words.ts';

export interface FoundSetting {
  readonly title: string;
  readonly sentence: string;
  readonly href: string;
  /** Where it is; empty for a place itself. */
  readonly place: string;
  readonly more: string;
}

/** The settings and pages that are called so, or about that. */
export function foundSettings(query: string): readonly FoundSetting[] {
  return found(
    [...places.map(placeFound), ...Object.values(settingSections).flat().map(settingFound)],
    query,
  );
}

/** What was found as somebody types, each a link to where it is. */
export function SearchResults({ results }: { readonly results: readonly FoundSetting[] }) {
  return (
    <div>
      <p role="status" className="mb-2 text-sm text-quiet">
        {results.length === 0 ? words.settings.nothingFound : words.settings.found(results.length)}
      </p>
      {results.length === 0 && <p className="text-quiet">{words.settings.nothingFoundDetail}</p>}
      <ul className="flex flex-col gap-1">
        {results.map(({ title, sentence, href, place }) => (
          <li key={href}>
            <a href={href} className="block min-h-14 rounded-xl px-3 py-2 hover:bg-sunken">
              <span className="block font-medium">{title}</span>
              <span className="block text-sm text-quiet">{place === '' ? sentence : place}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function placeFound(place: string): FoundSetting {
  const { title, detail, more } = wordsOfPlace(place);
  const href = hrefOf({ screen: 'settings-section', section: place, setting: '' });
  return { title, sentence: detail, href, place: '', more: `${detail} ${more}` };
}

function settingFound(setting: Parameters<typeof wordsOfSetting>[0] & { section: string }): FoundSetting {
  const { title, sentence, more } = wordsOfSetting(setting);
  const href = hrefOf({ screen: 'settings-section', section: setting.section, setting: setting.path });
  return { title, sentence, href, place: wordsOfPlace(setting.section).title, more: `${sentence} ${more}` };
}
