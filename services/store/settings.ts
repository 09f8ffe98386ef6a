import { z } from 'zod';
import { CameraSettings } from '../contract/camera.ts';
import { Settings } from '../contract/settings.ts';
import { Trouble } from '../contract/trouble.ts';
import type { Database } from './database.ts';

/** A part of the stored settings that this version can't read, so that its default holds. */
export interface SettingsTrouble {
  readonly section: string;
  /** Which fields are wrong and how; never their values. */
  readonly why: string;
}

/**
 * The owner's settings, one row of JSON a section. What doesn't parse any more (it is from a newer or an older Lares)
 * falls back to its default alone, is named in `troubles`, and is set aside, not lost, when new settings are put.
 */
export class SettingsTable {
  readonly #database: Database;
  readonly #now: () => number;

  constructor(parts: { database: Database; now: () => number }) {
    this.#database = parts.database;
    this.#now = parts.now;
  }

  get(): Settings {
    return read(this.#rows()).settings;
  }

  /** What `get` had to replace by a default; empty when all is well. */
  troubles(): readonly SettingsTrouble[] {
    return read(this.#rows()).troubles;
  }

  /** Replaces all settings. Throws Trouble `bad_settings` when they don't parse; then nothing is changed. */
  put(settings: Settings): void {
    const parsed = Settings.safeParse(settings);
    if (!parsed.success)
      throw new Trouble('bad_settings', {
        what: `These settings are not right: ${whyOf(parsed.error)}.`,
        advice: 'Correct them and save again; nothing was changed.',
      });
    this.#database.transaction(() => {
      this.#setAside();
      for (const [section, value] of Object.entries(parsed.data))
        this.#database.run('INSERT OR REPLACE INTO settings (section, json) VALUES (@section, @json)', {
          section,
          json: JSON.stringify(value),
        });
    });
  }

  /** Every row that is unreadable, or readable only in part, is copied before its place is taken. */
  #setAside(): void {
    const rows = this.#rows();
    const sections = new Set(read(rows).troubles.map((trouble) => trouble.section));
    for (const { section, json } of rows) {
      if (!sections.has(section)) continue;
      this.#database.run(
        'INSERT INTO settings_set_aside (section, json, set_aside_at_ms) VALUES (@section, @json, @now)',
        { section, json, now: this.#now() },
      );
      this.#database.run('DELETE FROM settings WHERE section = @section', { section });
    }
  }

  #rows(): SettingsRow[] {
    return this.#database.all(SettingsRow, 'SELECT section, json FROM settings ORDER BY section');
  }
}

const SettingsRow = z.object({ section: z.string(), json: z.string() });
type SettingsRow = z.infer<typeof SettingsRow>;

interface Reading {
  readonly settings: Settings;
  readonly troubles: readonly SettingsTrouble[];
}

function read(rows: readonly SettingsRow[]): Reading {
  const kept: Record<string, unknown> = {};
  const troubles: SettingsTrouble[] = [];
  for (const { section, json } of rows) {
    const { value, why } = section === 'cameras' ? camerasOf(json) : sectionOf(section, json);
    if (value !== undefined) kept[section] = value;
    if (why !== null) troubles.push({ section, why });
  }
  return { settings: Settings.parse(kept), troubles };
}

interface Section {
  /** Undefined when nothing could be kept. */
  readonly value: unknown;
  readonly why: string | null;
}

function sectionOf(section: string, json: string): Section {
  const found = jsonOf(json);
  if (found === undefined) return { value: undefined, why: 'it is not JSON' };
  const parsed = Settings.safeParse({ [section]: found });
  return parsed.success ? { value: found, why: null } : { value: undefined, why: whyOf(parsed.error) };
}

/** As the contract's `Settings` allows. */
const mostCameras = 32;

/** Cameras are kept one by one: a wrong one doesn't take the others with it. */
function camerasOf(json: string): Section {
  const found = z.array(z.unknown()).safeParse(jsonOf(json));
  if (!found.success) return { value: undefined, why: 'it is not a list of cameras' };
  const read = found.data.map((camera) => CameraSettings.safeParse(camera));
  const why = read.flatMap(({ error }, index) => (error ? [`camera ${index + 1}: ${whyOf(error)}`] : []));
  const cameras = read.flatMap(({ data }) => (data === undefined ? [] : [data]));
  if (cameras.length > mostCameras) why.push(`only ${mostCameras} cameras are possible`);
  return {
    value: cameras.slice(0, mostCameras),
    why: why.length === 0 ? null : why.join('; '),
  };
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** zod's own sentences name fields and types, and unknown fields by name, never a value that was typed. */
function whyOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`.trim()).join(', ');
}
