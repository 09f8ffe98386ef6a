import { z } from 'zod';
import type { Database } from '../database.ts';

/** What the house proves itself by in the network, as PEM. */
export interface KeptCertificate {
  readonly privateKey: string;
  readonly certificate: string;
}

/** The house's certificate and its key, which lies in the encrypted database only. */
export class CertificateTable {
  readonly #database: Database;

  constructor(parts: { database: Database }) {
    this.#database = parts.database;
  }

  get(): KeptCertificate | null {
    const sql = 'SELECT private_key AS privateKey, certificate FROM house_certificate';
    return this.#database.get(CertificateRow, sql);
  }

  put({ privateKey, certificate }: KeptCertificate): void {
    this.#database.run(
      `INSERT OR REPLACE INTO house_certificate (id, private_key, certificate)
       VALUES (1, @privateKey, @certificate)`,
      { privateKey, certificate },
    );
  }
}

const CertificateRow = z.object({ privateKey: z.string(), certificate: z.string() });
