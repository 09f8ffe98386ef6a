import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** What `watched.ts` tells: what became of a camera, or of a picture that was a glance or in which something moved. */
const WatchedNews = z.object({
  state: z.string().optional(),
  glance: z.boolean().optional(),
  tookMs: z.number().optional(),
  atMs: z.number(),
});
export type WatchedNews = z.infer<typeof WatchedNews>;

/** Starts `watched.ts`; it ends when its standard input does. */
export function startWatching(pairs: readonly string[], take: (news: WatchedNews) => void): ChildProcess {
  const script = join(import.meta.dirname, 'watched.ts');
  const child = spawn(process.execPath, [script, ...pairs], { stdio: ['pipe', 'pipe', 'inherit'] });
  createInterface({ input: child.stdout }).on('line', (line) => {
    take(WatchedNews.parse(JSON.parse(line)));
  });
  return child;
}
