import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { CameraInput, type SettingsFile, SettingsUpdate } from '../contract/api.ts';
import { SetupMemory } from '../contract/setup.ts';
import { Trouble } from '../contract/trouble.ts';

/** A settings file as its owner writes it: every section may be left out, and a camera's id too. */
export const SettingsInFile = SettingsUpdate.omit({ revisions: true }).extend({
  demo: z.boolean().optional(),
  armed: z.boolean().optional(),
  cameras: z.array(CameraInput).max(32).optional(),
  setup: SetupMemory.optional(),
});
export type SettingsInFile = z.infer<typeof SettingsInFile>;

const mostComplaints = 3;

/**
 * Reads JSON or YAML (of which JSON is a part). Throws Trouble `bad_settings` that names the line, or the path inside the
 * file and what was expected there; it never repeats what stands in the file, which may be a password.
 */
export function readSettings(file: SettingsFile): SettingsInFile {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { prettyErrors: false, lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw badSettings(file.name, `line ${line}, column ${col}: this is not YAML or JSON (${broken.code})`);
  }
  const parsed = SettingsInFile.safeParse(contentOf(document, file.name) ?? {});
  if (parsed.success) return parsed.data;
  throw badSettings(file.name, complaintsOf(parsed.error));
}

/** Aliases that unfold without end, or that name nothing, are found out only now. */
function contentOf(document: ReturnType<typeof parseDocument>, name: string): unknown {
  try {
    return document.toJS();
  } catch {
    throw badSettings(name, 'its aliases (*) are wrong or unfold to too much');
  }
}

/** Each complaint as `cameras[0].address: a camera address starts with …`. */
export function complaintsOf(error: z.ZodError): string {
  const all = error.issues.map(
    ({ path, message }) => `${pathText(path)}: ${message.replace(/^Invalid input: /, '')}`,
  );
  const more = all.length - mostComplaints;
  return all.slice(0, mostComplaints).join('; ') + (more > 0 ? `; and ${more} more` : '');
}

function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the whole';
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

function badSettings(name: string, complaint: string): Trouble {
  return new Trouble('bad_settings', {
    what: `The settings file ${name} has a mistake: ${complaint}.`,
    advice: 'Correct it and import it again; until then Lares goes on with the settings it has.',
  });
}
