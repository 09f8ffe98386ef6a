import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built page. */
    readonly page: string;
  }
}

/** Builds the page once for all tests that look at it. */
export default async function builtPage(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'lares-kiosk-'));
  const root = join(import.meta.dirname, '../..');
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'renderer'),
    build: { outDir: folder, emptyOutDir: true },
    logLevel: 'error',
  });
  project.provide('page', folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
