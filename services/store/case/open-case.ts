import { mkdir, open, readdir } from 'node:fs/promises';
import { CaseManifest } from '../../contract/case.ts';
import { Trouble } from '../../contract/trouble.ts';
import { readCaseHeader } from './case-header.ts';
import { caseKeyOf } from './case-key.ts';
import { type CaseFlaw, piecesOfCase } from './case-reader.ts';
import { caseKinds } from './case-record.ts';
import { CaseSeal } from './case-seal.ts';
import { type UnpackedFile, UnpackedFiles } from './unpacked-files.ts';

export interface CaseOpening {
  readonly from: string;
  /** A folder that is empty or not there yet. */
  readonly into: string;
  /** Asked once the file is known to be a case file that this Lares can read. */
  readonly passphrase: () => Promise<string>;
  /** Bytes of the case file. */
  readonly progress?: (done: number, total: number) => void;
}

export interface OpenedCase {
  /** Null when it is damaged or missing. */
  readonly manifest: CaseManifest | null;
  /** What was unpacked; of a file that is not whole, what stands before the flaw, as `<name>.damaged`. */
  readonly files: readonly UnpackedFile[];
  readonly flaws: readonly CaseFlaw[];
}

/**
 * Unpacks a case file into a folder, and compares every file with what the manifest says of it. What is wrong is told, and all
 * that is sound is unpacked. Throws Trouble: `not_found`, `bad_input`, `refused` and `damaged` as `readCaseHeader`,
 * `wrong_passphrase`, `unavailable`.
 */
export async function openCase(opening: CaseOpening): Promise<OpenedCase> {
  const file = await open(opening.from).catch((cause: unknown) => {
    throw new Trouble('not_found', {
      what: 'There is no case file at this place, or it may not be read.',
      advice: 'Check the path, and that this user may read the file.',
      cause,
    });
  });
  try {
    const { header, bytes } = await readCaseHeader(file);
    await mustBeEmpty(opening.into);
    const key = await caseKeyOf(header, await opening.passphrase());
    const seal = new CaseSeal(key, bytes);
    key.fill(0);
    try {
      const { size } = await file.stat();
      return await unpacked(piecesOfCase(file, seal, bytes.length), { ...opening, size });
    } finally {
      seal.close();
    }
  } finally {
    await file.close();
  }
}

async function unpacked(
  pieces: ReturnType<typeof piecesOfCase>,
  { into, size, progress }: CaseOpening & { readonly size: number },
): Promise<OpenedCase> {
  const flaws: CaseFlaw[] = [];
  const files = new UnpackedFiles(into);
  let done = 0;
  try {
    for await (const piece of pieces) {
      if (piece.kind === 'flaw') {
        flaws.push(piece.flaw);
        files.flawed();
        continue;
      }
      const { type, payload } = piece;
      done += payload.length;
      progress?.(Math.min(done, size), size);
      if (type === caseKinds.entry) await files.begin(payload);
      else if (type === caseKinds.data) await files.write(payload);
    }
    await files.end();
  } finally {
    await files.close();
  }
  const manifest = manifestIn(files.manifest);
  await files.settle(new Map(manifest?.files.map(({ name, sha256 }) => [name, sha256])));
  progress?.(size, size);
  return { manifest, files: files.list, flaws: [...flaws, ...compared(manifest, files.list)] };
}

/** What is flawed already is not told again. */
function compared(manifest: CaseManifest | null, files: readonly UnpackedFile[]): CaseFlaw[] {
  return (manifest?.files ?? []).flatMap(({ name, sha256 }): CaseFlaw[] => {
    const found = files.find((file) => file.name === name);
    if (found === undefined) return [{ kind: 'missing', name }];
    return !found.isWhole || found.sha256 === sha256 ? [] : [{ kind: 'not_as_listed', name }];
  });
}

function manifestIn(bytes: Buffer | null): CaseManifest | null {
  try {
    return bytes === null ? null : CaseManifest.parse(JSON.parse(bytes.toString()));
  } catch {
    return null;
  }
}

async function mustBeEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => null);
  if (names !== null && names.length > 0)
    throw new Trouble('refused', {
      what: 'The folder that the case is to be unpacked into is not empty.',
      advice: 'Name one that is empty, or that does not exist yet.',
    });
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new Trouble('unavailable', {
      what: "The folder that the case is to be unpacked into can't be made.",
      advice: 'Name a place that belongs to you.',
      cause,
    });
  });
}
