import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { WakeModel, WakeReport } from '../contract/wake.ts';
import type { Database } from './database.ts';
import { unlessDamaged } from './unless-damaged.ts';
import type { Vault, VaultItem } from './vault.ts';

/** The phrases that were trained in this house: what is known of each, and its network in the vault. */
export class WakeModelTable {
  readonly #database: Database;
  readonly #vault: Vault;

  constructor(parts: { database: Database; vault: Vault }) {
    this.#database = parts.database;
    this.#vault = parts.vault;
  }

  /** Takes the place of what the phrase had before. */
  async put({ network, embedding, report }: WakeModel): Promise<void> {
    const { phrase, trainedAtMs } = report;
    const modelId = idOf(network, embedding);
    // The row first: whatever happens in between, there is no network that `remove` does not know of. One of another row is not used.
    this.#database.run(
      `INSERT OR REPLACE INTO wake_models (phrase, model_id, embedding, trained_at_ms, report_json)
       VALUES (@phrase, @modelId, @embedding, @trainedAtMs, @json)`,
      { phrase, modelId, embedding, trainedAtMs, json: JSON.stringify(report) },
    );
    await this.#vault.put(itemOf(phrase), network);
  }

  /** Null where the phrase was not trained here, or where its network is missing or damaged. */
  async get(phrase: string): Promise<WakeModel | null> {
    const row = this.#row(phrase);
    if (row === null) return null;
    const { embedding, report } = row;
    if (report === null) return null;
    const network = await unlessDamaged(this.#vault.get(itemOf(phrase)));
    if (network === null || idOf(network, embedding) !== row.modelId) return null;
    return { network, embedding, report };
  }

  /** Tells one model of the phrase from the next; null where it was not trained here. */
  idOf(phrase: string): string | null {
    return this.#row(phrase)?.modelId ?? null;
  }

  /** What is known of each phrase, the one that was trained last first. */
  reports(): WakeReport[] {
    return this.#database
      .all(ModelRow, 'SELECT * FROM wake_models ORDER BY trained_at_ms DESC, phrase')
      .flatMap(({ report }) => (report === null ? [] : [report]));
  }

  async remove(phrase: string): Promise<void> {
    await this.#vault.remove(itemOf(phrase));
    this.#database.transaction(() => {
      this.#database.owesScrub = true;
      this.#database.run('DELETE FROM wake_models WHERE phrase = @phrase', { phrase });
    });
  }

  #row(phrase: string): z.infer<typeof ModelRow> | null {
    return this.#database.get(ModelRow, 'SELECT * FROM wake_models WHERE phrase = @phrase', { phrase });
  }
}

function itemOf(phrase: string): VaultItem {
  return { kind: 'wake_model', id: phrase };
}

function idOf(network: Uint8Array, embedding: string): string {
  return createHash('sha256').update(`${embedding}\n`).update(network).digest('hex').slice(0, 12);
}

const Report = z.object({
  phrase: z.string(),
  origin: z.enum(['shipped', 'trained']),
  trainedAtMs: z.number(),
  recordings: z.number(),
  heldOut: z.object({ recordings: z.number(), heard: z.number() }).nullable(),
  hoursOfNegatives: z.number(),
  curve: z.array(
    z.object({
      sensitivity: z.number(),
      threshold: z.number(),
      falseAlarmsPerHour: z.number(),
      missRate: z.number().nullable(),
    }),
  ),
}) satisfies z.ZodType<WakeReport>;

const ModelRow = z
  .object({ model_id: z.string(), embedding: z.string(), report_json: z.string() })
  .transform(({ model_id, embedding, report_json }) => ({
    modelId: model_id,
    embedding,
    // What another version wrote otherwise is no report: then the phrase is learnt anew.
    report: Report.safeParse(JSON.parse(report_json)).data ?? null,
  }));
