import { Command } from 'commander';
import type { Event } from '../contract/event.ts';
import type { SearchPage, SearchResult } from '../contract/search.ts';
import { countOf } from './count-of.ts';
import { exchangeText } from './exchanges.ts';
import { withHub } from './hub-client.ts';
import { timeText } from './time-text.ts';

/** `lares search`: what the running house saw and heard. */
export function searchCommand(): Command {
  return new Command('search')
    .description(
      'find what was seen and said: "car yesterday evening", "who opened the garage", "gestern Abend"',
    )
    .argument('<words...>', 'what to look for, in English or German')
    .option('--limit <count>', 'how many at most', countOf(100), 20)
    .option('--json', 'as JSON')
    .action(async (words: readonly string[], { limit, json }: { limit: number; json?: true }) => {
      const text = words.join(' ');
      const { page, cameras } = await withHub(async (hub) => ({
        page: await hub.events.search.query({ text, limit }),
        cameras: (await hub.house.health.query()).cameras,
      }));
      const names = new Map<string, string>(cameras.map(({ id, name }) => [id, name]));
      console.log(json ? JSON.stringify(page, null, 2) : searchText(page, (id) => names.get(id) ?? id));
    });
}

/** What was found, the newest first, and how the words were understood where nothing was. */
export function searchText(
  { results, words, spans, next }: SearchPage,
  cameraName: (id: string) => string,
): string {
  if (results.length > 0) {
    const lines = results.map((result) => resultText(result, cameraName));
    return [...lines, ...(next === null ? [] : ['… and more: --limit'])].join('\n');
  }
  const when = spans.map(({ fromMs, toMs }) => `from ${at(fromMs)} to ${at(toMs)}`).slice(0, 1);
  const what = words.length === 0 ? [] : [`of ${words.join(', ')}`];
  return `Nothing was found ${[...what, ...when].join(' ')}`.trim().concat('.');
}

function at(ms: number | null): string {
  return ms === null ? 'any time' : timeText(ms);
}

function resultText(result: SearchResult, cameraName: (id: string) => string): string {
  if (result.kind === 'event')
    return `${timeText(result.event.beganAtMs)}  ${cameraName(result.event.cameraId)}: ${aboutText(result.event)}`;
  const { entry } = result;
  return `${timeText(entry.atMs)}  ${exchangeText(entry).replaceAll('\n', '\n                     ')}`;
}

function aboutText({ label, identity, zones = [], why }: Event): string {
  const what = identity.kind === 'known' ? identity.name : label.replaceAll('_', ' ');
  return [what, ...zones, ...(why === undefined ? [] : [why])].join(', ');
}
