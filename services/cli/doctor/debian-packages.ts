import { globSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const DebianPackage = z.object({
  package: z.string(),
  /** A path that exists when the package is installed; `*` stands for the architecture. One of the three is there. */
  program: z.string().optional(),
  library: z.string().optional(),
  file: z.string().optional(),
  for: z.string(),
  needed: z.enum(['run', 'test']),
});
export type DebianPackage = z.infer<typeof DebianPackage>;

/** The Debian packages that Lares uses, and what each is for. */
export function debianPackages(): readonly DebianPackage[] {
  const file = new URL('../../../scripts/debian-packages.json', import.meta.url);
  return z.array(DebianPackage).parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function isInstalled({ program, library, file }: DebianPackage): boolean {
  const probe = program ?? library ?? file;
  return probe !== undefined && globSync(probe).length > 0;
}
