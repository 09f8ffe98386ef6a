import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SpokenMaterial } from '../../services/voice/wake/training/spoken-material.ts';
import type { SpokenClip } from '../../services/voice/wake/training/synthesis.ts';

const Entry = z.object({
  text: z.string(),
  voice: z.union([
    z.object({
      engine: z.literal('espeak-ng'),
      name: z.string(),
      pitch: z.number(),
      rangePercent: z.number(),
      wordsPerMinute: z.number(),
    }),
    z.object({
      engine: z.enum(['flite', 'festival']),
      name: z.string(),
      pitchHz: z.number(),
      pitchSpreadHz: z.number(),
      stretch: z.number(),
    }),
  ]),
  samples: z.number(),
});
type Entry = z.infer<typeof Entry>;

const kinds = ['calls', 'leftOut', 'near', 'general'] as const;

/**
 * Keeps the synthetic speech of a phrase in a folder, so that a phrase can be learnt again, for another speech embedding, without
 * speaking again. Two files a kind: what was said by whom, and the samples.
 */
export async function spokenOnce(
  folder: string,
  name: string,
  speak: () => Promise<SpokenMaterial>,
): Promise<SpokenMaterial> {
  const base = join(folder, name);
  try {
    const [calls, leftOut, near, general] = await Promise.all(kinds.map((kind) => read(`${base}-${kind}`)));
    return { calls: calls ?? [], leftOut: leftOut ?? [], near: near ?? [], general: general ?? [] };
  } catch {
    const material = await speak();
    await mkdir(folder, { recursive: true });
    for (const kind of kinds) await write(`${base}-${kind}`, material[kind]);
    return material;
  }
}

async function write(base: string, clips: readonly SpokenClip[]): Promise<void> {
  const entries: Entry[] = clips.map(({ text, voice, samples }) => ({
    text,
    voice,
    samples: samples.length,
  }));
  await writeFile(`${base}.raw`, Buffer.concat(clips.map(({ samples }) => Buffer.from(samples.buffer))));
  await writeFile(`${base}.json`, JSON.stringify(entries));
}

async function read(base: string): Promise<readonly SpokenClip[]> {
  const entries = z.array(Entry).parse(JSON.parse(await readFile(`${base}.json`, 'utf8')));
  const raw = await readFile(`${base}.raw`);
  const all = new Int16Array(raw.buffer, raw.byteOffset, raw.byteLength / 2);
  let at = 0;
  return entries.map(({ text, voice, samples }) => {
    at += samples;
    return { text, voice, samples: Int16Array.from(all.subarray(at - samples, at)) };
  });
}
