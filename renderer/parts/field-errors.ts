import type { ZodType } from 'zod';
import { said } from '../words/said.ts';

/** Sentences by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What is wrong with each field, by the same schema that the hub uses; empty when nothing is. */
export function fieldErrors(schema: ZodType, value: unknown): FieldErrors {
  const parsed = schema.safeParse(value);
  const errors: Record<string, string> = {};
  for (const issue of parsed.error?.issues ?? [])
    errors[String(issue.path[0] ?? '')] ??= said(asSentence(issue.message));
  return errors;
}

function asSentence(message: string): string {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
