// Debian's packages that Lares stands on: which are missing, and how they come. The list is debian-packages.json.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const list = JSON.parse(readFileSync(join(import.meta.dirname, 'debian-packages.json'), 'utf8'));

/** A path, in which one `*` may stand for one folder (the machine's architecture). */
function exists(pattern) {
  const [before, after] = pattern.split('/*/');
  if (after === undefined) return existsSync(pattern);
  return existsSync(before) && readdirSync(before).some((folder) => existsSync(join(before, folder, after)));
}

/** @param {'start' | 'test'} purpose: tests need a browser, a broker and a camera server on top. */
export function debianPackagesMissing(purpose) {
  return list.filter(
    ({ needed, program, library, file }) =>
      (needed === 'run' || purpose === 'test') && !exists(program ?? library ?? file),
  );
}

export function aptCommand(missing) {
  return `apt-get install -y --no-install-recommends ${missing.map((each) => each.package).join(' ')}`;
}

function mayBecomeRoot() {
  if (process.getuid?.() === 0) return [];
  // Without a terminal nobody can type the password: then only a sudo that asks for none is of use.
  const silent = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  const present = spawnSync('sudo', ['-V'], { stdio: 'ignore' }).status === 0;
  if (silent) return ['sudo', '-n'];
  return present && process.stdin.isTTY ? ['sudo'] : null;
}

/** Installs what is missing, or says the one command and what waits for it. Never fails: the rest of Lares runs without. */
export function installDebianPackages(missing) {
  const become = mayBecomeRoot();
  const names = missing.map((each) => each.package).join(', ');
  if (become && existsSync('/usr/bin/apt-get')) {
    console.error(`Lares: installing Debian packages: ${names} …`);
    const shell = `apt-get update -qq; DEBIAN_FRONTEND=noninteractive ${aptCommand(missing)} -qq`;
    const [command, ...args] = [...become, 'sh', '-c', shell];
    spawnSync(command, args, { stdio: ['inherit', 2, 2] });
    const still = missing.filter(({ program, library, file }) => !exists(program ?? library ?? file));
    if (still.length === 0) return;
    return tell(still);
  }
  tell(missing);
}

function tell(missing) {
  console.error(
    `Lares: some Debian packages are missing. Install them with:\n\n    sudo ${aptCommand(missing)}\n`,
  );
  console.error('Until then these wait:');
  for (const each of missing) console.error(`  ${each.package.padEnd(28)} ${each.for}`);
}
