import { SettingsUpdate } from '../../../services/contract/api.ts';
import { words } from '../../words/words.ts';
import type { Setting } from './setting.ts';
import { wordsOfSetting } from './setting-words.ts';
import { shownAmount } from './shown-value.ts';

/** What is wrong in a section, by path, found by the schema that the hub uses too; empty when all is well. */
export function complaints(
  [section, value]: readonly [string, unknown],
  settings: readonly Setting[],
): Readonly<Record<string, string>> {
  const issues = SettingsUpdate.safeParse({ [section]: value }).error?.issues ?? [];
  return Object.fromEntries(
    issues.map((issue) => {
      const path = issue.path.slice(1).join('.');
      const setting = settings.find((each) => each.path === path);
      return [path, setting === undefined ? words.settings.wrong : complaintOf(setting)];
    }),
  );
}

function complaintOf(setting: Setting): string {
  const { shape } = setting;
  const { wrong } = wordsOfSetting(setting);
  if (wrong !== undefined) return wrong;
  if (shape.kind !== 'number') return words.settings.wrong;
  return words.settings.range(shownAmount(shape.unit, shape.least), shownAmount(shape.unit, shape.most));
}
