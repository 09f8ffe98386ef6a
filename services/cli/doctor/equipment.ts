import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { absent, type Finding, there } from './finding.ts';

const electron = fileURLToPath(new URL('../../../node_modules/electron', import.meta.url));

/** The window of the kiosk. Without it the same page opens in any browser of this machine. */
export function findDesktop(environment: Readonly<Record<string, string | undefined>>): readonly Finding[] {
  const display = environment['WAYLAND_DISPLAY'] ?? environment['DISPLAY'] ?? '';
  return [
    electronIsThere()
      ? there("Electron's program")
      : absent(
          "Electron's program",
          'The kiosk has no window of its own; its page opens in any browser of this machine. To fetch it again: node node_modules/electron/install.js',
        ),
    display === ''
      ? absent('A display', 'The page can be opened from where there is one.')
      : there(`A display (${display})`),
  ];
}

function electronIsThere(): boolean {
  const pathFile = `${electron}path.txt`;
  return existsSync(pathFile) && existsSync(`${electron}dist/${readFileSync(pathFile, 'utf8')}`);
}

/** Linux lists every sound device in /proc/asound/pcm, one a line, with `capture` and `playback` for what it can. */
export function findSound(pcmFile = '/proc/asound/pcm'): readonly Finding[] {
  const devices = existsSync(pcmFile) ? readFileSync(pcmFile, 'utf8') : '';
  return [
    /\bcapture\b/.test(devices)
      ? there('A microphone')
      : absent('A microphone', 'Lares hears only lares say and sound files.'),
    /\bplayback\b/.test(devices)
      ? there('A loudspeaker')
      : absent('A loudspeaker', 'Replies are written on the page only.'),
  ];
}
