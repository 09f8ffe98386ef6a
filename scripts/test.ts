// Runs every test, kind after kind, and closes with one plain line over all of them, counted from the runners' own reports.
//
//     npm test                    everything
//     npm test -- test/services   what vitest's filters choose
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** The part of vitest's JSON report that counts. A file that could not even be loaded has status `failed` and no assertion. */
const Report = z.object({
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'lares-test-'));
const counts = ['unit', 'kiosk', 'integration'].map(runProject);
rmSync(folder, { recursive: true });

const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;

function runProject(project: string): Count {
  const report = join(folder, `${project}.json`);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const filters = process.argv.slice(2);
  const args = [vitest, 'run', '--project', project, '--passWithNoTests', ...reporters, ...filters];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return counted(report, status ?? 1);
}

function counted(report: string, exitCode: number): Count {
  const files = readReport(report);
  if (files === null) return { passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  const statuses = files.flatMap((file) =>
    file.assertionResults.length === 0 && file.status === 'failed'
      ? ['failed']
      : file.assertionResults.map((test) => test.status),
  );
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = statuses.filter((status) => status === 'failed').length;
  // A runner that ends badly with nothing failed (an error outside of any test) has failed all the same.
  return {
    passed,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: statuses.length - passed - failed,
  };
}

function readReport(report: string) {
  try {
    return Report.parse(JSON.parse(readFileSync(report, 'utf8'))).testResults;
  } catch {
    return null;
  }
}
