import { rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { writeFileWhole } from '../services/contract/whole-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Starts Lares with the desktop session, or no more. Electron's own setting does nothing on Linux; this is the XDG
 * autostart specification's file (https://specifications.freedesktop.org/autostart-spec). Only when the owner asks.
 */
export function setStartAtLogin(
  wanted: boolean,
  { command, environment }: { command: readonly string[]; environment: Environment },
): string {
  const folder = join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'autostart');
  const path = join(folder, 'lares.desktop');
  if (wanted) writeFileWhole(path, desktopEntry(command));
  else rmSync(path, { force: true });
  return path;
}

export function desktopEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Lares',
    'Comment=The guardian of the house',
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * An argument of an Exec key: in double quotes, with backslashes before the four characters that a shell would take
 * (which the file's own strings escape once more), and with percent signs doubled
 * (https://specifications.freedesktop.org/desktop-entry-spec, "The Exec key").
 */
function quoted(argument: string): string {
  const text = argument.replaceAll(/["`$\\]/g, String.raw`\\$&`).replaceAll('%', '%%');
  return `"${text}"`;
}
