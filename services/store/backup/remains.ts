import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasData } from '../store.ts';

/** Names of sealed pictures and videos. */
const sealed = /^[0-9a-f]{40}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a house was here whose database is gone: its mark, pictures or videos are there still. */
export function isDatabaseGone(dataDirectory: string): boolean {
  if (hasData(dataDirectory)) return false;
  if (existsSync(join(dataDirectory, 'key.mark'))) return true;
  return ['vault', 'clips'].some((folder) =>
    namesIn(join(dataDirectory, folder)).some((name) => sealed.test(name)),
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
