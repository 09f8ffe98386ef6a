import { Command } from 'commander';
import { pathsFrom } from '../contract/paths.ts';
import { findBackup } from './doctor/backup.ts';
import { findDesktop, findSound } from './doctor/equipment.ts';
import { findFolders } from './doctor/folders.ts';
import { findHub } from './doctor/hub.ts';
import { findModels } from './doctor/models.ts';
import { findPackages } from './doctor/packages.ts';
import { findWriting } from './doctor/writing.ts';
import { type Finding, findingLine } from './doctor/finding.ts';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('what of all that Lares needs is there, what is missing, and what waits for it')
    .action(async () => {
      const sections = await examine(process.env);
      for (const { title, findings } of sections) {
        console.log(`${title}\n${findings.map((each) => `  ${findingLine(each)}`).join('\n')}`);
      }
      const missing = sections.flatMap(({ findings }) => findings.filter((one) => !one.there && one.needed));
      console.log(
        missing.length === 0
          ? '\nAll that Lares needs is there.'
          : `\n${missing.length} needed ${missing.length === 1 ? 'thing is' : 'things are'} missing.`,
      );
      if (missing.length > 0) process.exitCode = 1;
    });
}

interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

async function examine(environment: NodeJS.ProcessEnv): Promise<readonly Section[]> {
  const paths = pathsFrom(environment);
  return [
    { title: 'Programs', findings: findPackages() },
    { title: 'Networks', findings: await findModels(paths.models) },
    { title: 'Window and sound', findings: [...findDesktop(environment), ...findSound()] },
    { title: 'Data', findings: [...findFolders(paths), ...(await findWriting()), findBackup(paths.data)] },
    { title: 'Running', findings: await findHub() },
  ];
}
