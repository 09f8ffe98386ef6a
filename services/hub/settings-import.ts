import type { SettingsFile } from '../contract/api.ts';
import { Trouble } from '../contract/trouble.ts';
import type { House } from './house.ts';
import { readSettings } from './settings-file.ts';

/**
 * Takes a settings file over. One with a mistake changes nothing: the house goes on with what it has, the page and the log
 * say so until a file is taken over, and the Trouble is thrown again.
 */
export function importSettings(
  { settings, notices }: Pick<House, 'settings' | 'notices'>,
  file: SettingsFile,
): void {
  try {
    settings.import(readSettings(file));
    notices.clear('settings-file');
  } catch (error) {
    if (error instanceof Trouble)
      notices.raise({ id: 'settings-file', severity: 'error', what: error.message, advice: error.advice });
    throw error;
  }
}
