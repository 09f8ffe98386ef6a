import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { debianPackages, isInstalled } from './debian-packages.ts';
import { absent, type Finding, missing, there } from './finding.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Node, the npm packages and the Debian packages. */
export function findPackages(): readonly Finding[] {
  return [nodeFinding(process.versions.node), ...npmFindings(), ...debianFindings()];
}

export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return there(`Node ${version}`);
  return missing(`Node 22.18 or newer (this is ${version})`, 'Run npm install: it brings the right one.');
}

const PackageFile = z.object({
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});

function npmFindings(): readonly Finding[] {
  const { dependencies, optionalDependencies } = PackageFile.parse(
    JSON.parse(readFileSync(`${root}package.json`, 'utf8')),
  );
  const isThere = (name: string): boolean => existsSync(`${root}node_modules/${name}/package.json`);
  const names = Object.keys(dependencies);
  const lost = names.filter((name) => !isThere(name));
  const optional = Object.keys(optionalDependencies).filter((name) => !isThere(name));
  return [
    lost.length === 0
      ? there(`${names.length} npm packages`)
      : missing(`npm packages ${lost.join(', ')}`, 'Run npm install.'),
    ...optional.map((name) => absent(`npm package ${name}`, 'Run npm install.')),
  ];
}

function debianFindings(): readonly Finding[] {
  const packages = debianPackages();
  const lost = packages.filter((one) => !isInstalled(one));
  return packages.map((one) => {
    const what = `Debian package ${one.package}`;
    if (isInstalled(one)) return there(what);
    const wanted = lost.filter(({ needed }) => needed === one.needed).map((each) => each.package);
    const why = `It waits: ${one.for} Run: sudo apt-get install ${wanted.join(' ')}`;
    return one.needed === 'run' ? missing(what, why) : absent(`${what} (for tests and the demo)`, why);
  });
}
