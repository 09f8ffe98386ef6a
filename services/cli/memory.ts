import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import type { EraseSpan, MemoryCounts, MemorySpan, MemoryWork, SpanContents } from '../contract/memory.ts';
import { Trouble } from '../contract/trouble.ts';
import { bytes } from './doctor/folders.ts';
import { type HubClient, withHub } from './hub-client.ts';
import { ProgressBar } from './progress-bar.ts';
import { type SpanOptions, spanOf, withSpanOptions } from './span-options.ts';
import { timeText } from './time-text.ts';

/** `lares memory`: what the running house remembers of a span of time. */
export function memoryCommand(): Command {
  const memory = new Command('memory').description('what the house remembers of a span of time');
  memory.addCommand(
    withSpanOptions(new Command('show').description('say how much there is'))
      .option('--json', 'as JSON')
      .action(async ({ json, ...options }: SpanOptions & { json?: true }) => {
        const span = spanOf(options);
        const contents = await withHub((hub) => hub.memory.previewSpan.query(span));
        console.log(json ? JSON.stringify(contents, null, 2) : contentsText(contents));
      }),
  );
  memory.addCommand(
    withSpanOptions(
      new Command('erase').description('erase it: events, pictures, faces, videos, and what was said'),
    )
      .option('--kept', 'also what is kept on purpose')
      .option('--yes', 'do not ask')
      .action(erase),
  );
  return memory;
}

async function erase({ kept, yes, ...options }: SpanOptions & { kept?: true; yes?: true }): Promise<void> {
  const span = spanOf(options);
  await withHub(async (hub) => {
    const contents = await hub.memory.previewSpan.query(span);
    console.log(contentsText(contents));
    if (yes === undefined && !(await isSure(span))) {
      console.log('Nothing was erased.');
      return;
    }
    const gone = await erased(hub, { ...span, kept: kept === true, undoSeconds: 0 });
    console.log(`Erased: ${countsText(gone)}.`);
    console.log('Backups that were made before still hold it.');
  });
}

/** Resolves when it is done. Throws Trouble when it fails; the house then tries again by itself. */
async function erased(hub: HubClient, order: EraseSpan): Promise<MemoryCounts> {
  await hub.memory.eraseSpan.mutate(order);
  const bar = new ProgressBar('Erasing');
  return new Promise((resolve, reject) => {
    const end = hub.memory.watchWork.subscribe(undefined, {
      onData: (work: MemoryWork) => {
        if (work.kind === 'erasing') bar.show(work.done, work.total);
        if (work.kind !== 'erased' && work.kind !== 'failed') return;
        end.unsubscribe();
        if (work.kind === 'erased') resolve(work.gone);
        else reject(new Trouble('unavailable', { what: work.why, advice: work.advice }));
      },
      onError: reject,
    });
  });
}

async function isSure({ fromMs, toMs, cameraId }: MemorySpan): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Trouble('bad_input', {
      what: 'There is no terminal to ask whether this is meant.',
      advice: 'Give --yes.',
    });
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const of = cameraId === undefined ? 'everything' : `everything of ${cameraId}`;
  const answer = await prompt.question(
    `Erase ${of} from ${timeText(fromMs)} to ${timeText(toMs)}? It can't be taken back. Type yes: `,
  );
  prompt.close();
  return answer.trim().toLowerCase() === 'yes';
}

/** What goes, and what is kept on purpose. */
export function contentsText({ goes, kept }: SpanContents): string {
  const lines = [`There are ${countsText(goes)}.`];
  if (kept.events + kept.clips + kept.faces > 0)
    lines.push(`Kept on purpose, which --kept takes along: ${countsText(kept)}.`);
  return lines.join('\n');
}

function countsText({ events, pictures, faces, clips, clipBytes, exchanges }: MemoryCounts): string {
  return [
    `${events} events`,
    `${pictures} pictures`,
    `${faces} faces`,
    `${clips} videos (${bytes(clipBytes)})`,
    `${exchanges} exchanges`,
  ].join(', ');
}
