import { z } from 'zod';
import { caseName } from '../../contract/case.ts';
import { tagBytes } from './case-seal.ts';

/** What a record holds, as its first byte says. A file is an entry record and then data records; the end comes once. */
export const caseKinds = { entry: 1, data: 2, end: 3 } as const;

/** So many bytes of a file are in one record, at most. */
export const casePieceBytes = 1024 * 1024;

/** Length of what is sealed (4) and number (4), both big-endian. The number is in the nonce too: here it tells where a record came from. */
export const recordHeadBytes = 8;
export const longestSealed = 1 + casePieceBytes + tagBytes;

export const CaseEntryRecord = z.strictObject({ name: z.string().regex(caseName) });
/** How much there was before the end. */
export const CaseEndRecord = z.strictObject({ entries: z.number().int(), bytes: z.number().int() });
