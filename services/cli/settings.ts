import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import type { SettingsFile } from '../contract/api.ts';
import type { Settings } from '../contract/settings.ts';
import { Trouble } from '../contract/trouble.ts';
import { hubRuns, withHub } from './hub-client.ts';

export function settingsCommand(): Command {
  const settings = new Command('settings').description('take the settings out as a file, and in again');
  settings
    .command('export')
    .description('write the settings to a YAML or JSON file')
    .argument('<file>', 'ending in .yaml or .json; - for the terminal')
    .option('--with-passwords', 'also the passwords of cameras and broker, in clear')
    .action(exportSettings);
  settings
    .command('import')
    .description('take over a YAML or JSON file; sections that it leaves out stay as they are')
    .argument('<file>')
    .action(importSettings);
  return settings;
}

async function exportSettings(file: string, options: { withPasswords?: true }): Promise<void> {
  const { withStore } = await import('./own-store.ts');
  const all = await withStore((store) => {
    if (options.withPasswords)
      store.audit.note({ who: 'command line', deed: 'exported', about: 'settings with passwords' });
    return store.settings.get();
  });
  const settings = options.withPasswords ? all : withoutPasswords(all);
  await write(file, settings);
}

/** A running hub takes the file over by itself, so that it takes effect at once, and says on its page what is wrong. */
async function importSettings(path: string): Promise<void> {
  const file: SettingsFile = { name: path, text: read(path) };
  if (await hubRuns()) await withHub((hub) => hub.settings.import.mutate(file));
  else {
    const { readSettings } = await import('../hub/settings-file.ts');
    const settings = readSettings(file);
    const { withStore } = await import('./own-store.ts');
    const { HouseSettings } = await import('../hub/settings.ts');
    await withStore((store) => {
      new HouseSettings(store.settings).import(settings);
      store.audit.note({ who: 'command line', deed: 'changed_settings', about: 'file' });
    });
  }
  console.log(`The settings of ${basename(path)} are taken over.`);
}

/** An empty password keeps the one that is stored, so a file without passwords can be imported again. */
function withoutPasswords(settings: Settings): Settings {
  return {
    ...settings,
    cameras: settings.cameras.map((camera) => ({ ...camera, password: '' })),
    mqtt: { ...settings.mqtt, password: '' },
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Trouble('bad_settings', {
      what: `The settings file ${file} can't be read.`,
      advice: 'Check the path, and that you may read the file.',
      cause,
    });
  }
}

async function write(file: string, settings: Settings): Promise<void> {
  const { stringify } = await import('yaml');
  const isJson = file.endsWith('.json');
  const text = isJson ? `${JSON.stringify(settings, null, 2)}\n` : stringify(settings);
  if (file === '-') {
    process.stdout.write(text);
    return;
  }
  // A name that nobody can have taken before: in a shared folder it might lead elsewhere, or be open to others.
  const unfinished = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, text, { mode: 0o600, flag: 'wx' });
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw new Trouble('unavailable', {
      what: `The file ${file} can't be written.`,
      advice: 'Check that its folder is there and belongs to you, and that the disk has space.',
      cause,
    });
  }
}
