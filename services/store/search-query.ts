import type { SearchPage, SearchQuery } from '../contract/search.ts';
import type { Found, SearchTable } from './search.ts';
import type { Span } from './search-days.ts';
import { timesOf } from './search-times.ts';
import { wordsOf } from './search-words.ts';

const whenever: Span = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };

/** Understands a query and answers it, a page at a time. `nowMs`: what “yesterday” is counted from. */
export function search(table: Pick<SearchTable, 'find'>, query: SearchQuery, nowMs: number): SearchPage {
  const { spans, rest } = timesOf(query.text.normalize('NFC').toLowerCase(), nowMs);
  const words = wordsOf(rest);
  const { limit, before = Number.MAX_SAFE_INTEGER } = query;
  const found: Found[] = [];
  for (const span of spans.length === 0 ? [whenever] : spans)
    if (found.length <= limit)
      found.push(...table.find({ words, span, before, limit: limit + 1 - found.length }));
  const shown = found.slice(0, limit);
  return {
    results: shown.map(({ result }) => result),
    words,
    spans: spans.map(({ fromMs, toMs }) => ({ fromMs: finite(fromMs), toMs: finite(toMs) })),
    next: found.length > limit ? (shown.at(-1)?.moment ?? null) : null,
  };
}

function finite(ms: number): number | null {
  return Number.isFinite(ms) ? ms : null;
}
