import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Which rooms a room may import from. Imports point one way. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  main: ['services/contract'],
  renderer: ['services/contract'],
  'services/contract': [],
  models: ['services/contract'],
  'services/store': ['services/contract'],
  'services/gallery': ['services/contract'],
  'services/vision': ['models', 'services/gallery', 'services/contract'],
  'services/voice': ['models', 'services/contract'],
  'services/hub': ['services/store', 'services/gallery', 'services/contract'],
  'services/evaluate': [
    'models',
    'services/gallery',
    'services/contract',
    'services/vision',
    'services/voice',
    'services/store',
  ],
  'services/cli': ['*'],
  scripts: ['*'],
};

/** The one file, or room, through which each outside thing is reached. */
const doors: Readonly<Record<string, string>> = {
  electron: 'main/',
  'onnxruntime-node': 'models/session.ts',
  'node-record-lpcm16': 'services/voice/sound/microphone.ts',
  'better-sqlite3': 'services/store/database.ts',
  mqtt: 'services/hub/devices/mqtt.ts',
  koffi: 'services/voice/',
  'sherpa-onnx-node': 'services/voice/sherpa.ts',
  onvif: 'services/hub/onvif',
  react: 'renderer/',
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): readonly Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const pattern =
    /^\s*(?:import|export)\s(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)|^import\s+'([^']+)'/gm;
  return [...source.matchAll(pattern)].map(([, type, named, dynamic, bare]) => ({
    file,
    target: named ?? dynamic ?? bare ?? '',
    typeOnly: type !== undefined,
  }));
}

const rooms = Object.keys(mayImport);
const files = globSync(
  rooms.map((room) => `${room}/**/*.{ts,tsx}`),
  { cwd: root },
);
const imports = files.flatMap(importsOf);

function roomOf(file: string): string | undefined {
  return rooms.find((room) => file.startsWith(`${room}/`));
}

function crossing({ file, target, typeOnly }: Import): string | null {
  if (!target.startsWith('.')) return null;
  const to = relative(root, join(root, dirname(file), target));
  const from = roomOf(file) ?? '';
  const room = roomOf(to);
  const allowed = mayImport[from] ?? [];
  // The kiosk's client is typed by the router itself; nothing of the hub gets into the page.
  if (from === 'renderer' && to === 'services/hub/api.ts' && typeOnly) return null;
  if (room === from || allowed.includes('*') || (room !== undefined && allowed.includes(room))) return null;
  return `${file} imports ${to}`;
}

describe('the architecture', () => {
  it('has files in every room', () => {
    expect(rooms.filter((room) => !files.some((file) => file.startsWith(`${room}/`)))).toEqual([]);
  });

  it('lets imports point one way only', () => {
    expect(imports.map(crossing).filter((each) => each !== null)).toEqual([]);
  });

  it('reaches each outside thing through one door', () => {
    const strays = imports.filter(({ file, target, typeOnly }) => {
      const door = doors[target];
      return door !== undefined && !typeOnly && !file.startsWith(door);
    });
    expect(strays).toEqual([]);
  });

  it('has no junk drawers', () => {
    const junk = files.filter((file) =>
      /(^|\/)(utils?|helpers?|managers?|common|misc|index)\.tsx?$/.test(file),
    );
    expect(junk).toEqual([]);
  });

  it('keeps development material out of the product', () => {
    const strays = files.filter((file) =>
      /['"`][^'"`]*\.\.\/shared\//.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(strays).toEqual([]);
  });
});
