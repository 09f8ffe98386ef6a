import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { desktopEntry, setStartAtLogin } from '../../main/start-at-login.ts';
import { scratchFolder } from '../services/store/scratch.ts';

test('the desktop entry is written where the session looks for it, and removed again', () => {
  const folder = scratchFolder();
  const options = { command: ['/opt/Lares/lares'], environment: { XDG_CONFIG_HOME: folder } };
  const path = join(folder, 'autostart/lares.desktop');
  expect(setStartAtLogin(true, options)).toBe(path);
  expect(readFileSync(path, 'utf8')).toBe(
    [
      '[Desktop Entry]',
      'Type=Application',
      'Name=Lares',
      'Comment=The guardian of the house',
      'Exec="/opt/Lares/lares"',
      'Terminal=false',
      'X-GNOME-Autostart-enabled=true',
      '',
    ].join('\n'),
  );
  setStartAtLogin(false, options);
  setStartAtLogin(false, options);
  expect(existsSync(path)).toBe(false);
});

test('odd paths stay one argument and no field code', () => {
  const line = desktopEntry(['/home/a b/50% "x" $y\\z', 'main.ts'])
    .split('\n')
    .find((text) => text.startsWith('Exec='));
  expect(line).toBe(String.raw`Exec="/home/a b/50%% \\"x\\" \\$y\\\z" "main.ts"`);
});
