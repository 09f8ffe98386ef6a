import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { WakeModel, WakeReport } from '../../contract/wake.ts';
import { SecondLook } from './second-look.ts';

const folder = join(import.meta.dirname, '../../../resources/wake');
/** What ends Lares' speaking; nobody is called so. */
export const stopPhrase = 'stop';

/** The second look of a phrase, if it has one. What stops Lares is heard over its own voice: another look would see that voice as well. */
export function lookFor(phrase: string): Promise<SecondLook | null> {
  return phrase === stopPhrase ? Promise.resolve(null) : SecondLook.open(phrase);
}

/** What Lares listens for while it has not learnt the owner's phrase. */
export const standardPhrase = 'computer';

/** The file beside a network: its report, and the speech embedding that it was trained for. */
const ReportFile = z.object({
  embedding: z.string(),
  phrase: z.string(),
  origin: z.enum(['shipped', 'trained']),
  trainedAtMs: z.number(),
  recordings: z.number(),
  heldOut: z.object({ recordings: z.number(), heard: z.number() }).nullable(),
  hoursOfNegatives: z.number(),
  curve: z
    .array(
      z.object({
        sensitivity: z.number(),
        threshold: z.number(),
        falseAlarmsPerHour: z.number(),
        missRate: z.number().nullable(),
      }),
    )
    .min(1),
});

/** The phrases that are known without training. */
export async function shippedWakePhrases(): Promise<readonly WakeReport[]> {
  const files = await readdir(folder).catch(() => []);
  const phrases = files
    .filter((file) => file.endsWith('.onnx'))
    .map((file) => file.slice(0, -'.onnx'.length));
  const models = await Promise.all(phrases.sort().map((phrase) => shippedPhrase(phrase)));
  return models.flatMap((model) =>
    model === null || model.report.phrase === stopPhrase ? [] : [model.report],
  );
}

/** The model of a phrase that is known without training, null where there is none. */
export async function shippedPhrase(phrase: string): Promise<WakeModel | null> {
  // A phrase is what the owner typed: letters, never a path.
  if (!/^[a-z ]+$/.test(phrase)) return null;
  return readWakeModel(join(folder, `${phrase.replaceAll(' ', '-')}.onnx`));
}

/** The network of a phrase and its report beside it, null where one of them is missing or no report. */
export async function readWakeModel(networkPath: string): Promise<WakeModel | null> {
  const reportPath = networkPath.replace(/\.onnx$/, '.json');
  const [network, text] = await Promise.all([
    readFile(networkPath).catch(() => null),
    readFile(reportPath, 'utf8').catch(() => null),
  ]);
  if (network === null || text === null) return null;
  const file = ReportFile.safeParse(parsed(text));
  if (!file.success) return null;
  const { embedding, ...report } = file.data;
  return { network, embedding, report };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
