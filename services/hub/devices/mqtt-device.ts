import { z } from 'zod';
import type { Entity } from '../../contract/entity.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { ServiceCall } from './device-provider.ts';
import { valueReader, valueWriter, type ValueReader, type ValueWriter } from './value-template.ts';

/** What a message changes of an entity; what it leaves out stays. */
export interface Change {
  readonly state?: string;
  readonly attributes?: Partial<Entity['attributes']>;
}

export interface Publication {
  readonly topic: string;
  readonly payload: string;
  readonly retain: boolean;
}

/** How one thing behind a broker is read and commanded; it holds no state. */
export interface MqttDevice {
  readonly readings: readonly Reading[];
  /** What to publish for a call. Throws a `bad_input` Trouble for what the thing can't do. */
  publications(call: ServiceCall): readonly Publication[];
  /** What is taken for true after a call, since nothing will report it. */
  assumed(call: ServiceCall): Change;
  /** One sentence for each part of the configuration that Lares can't follow. */
  readonly gaps: readonly string[];
}

export interface Reading {
  readonly topic: string;
  /** Null when the message says nothing that Lares knows. */
  readonly read: (message: string) => Change | null;
}

/** A topic to publish at or to listen to: without wildcards. */
export const Topic = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^[^+#\0]+$/, 'a topic has no wildcards');

/** Payloads are text, but some devices announce true or 1. */
export const Payload = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** Keys of every component. */
export const COMMON = { retain: z.boolean().default(false) };

/** Reads the templates of one thing, and keeps a note of those that it can't. */
export class Templates {
  readonly gaps: string[] = [];

  /** A reader that gives nothing when the template is too much for Lares. */
  reader(template: string | undefined, what: string): ValueReader {
    const reader = valueReader(template);
    if (reader === null) this.gaps.push(`its ${what} is not shown, since its template is too complex`);
    return reader ?? (() => undefined);
  }

  /** A writer, or null when the template is too much for Lares. */
  writer(template: string | undefined, what: string): ValueWriter | null {
    const writer = valueWriter(template);
    if (writer === null) this.gaps.push(`its ${what} can not be set, since its template is too complex`);
    return writer;
  }
}

/** Reads messages at `topic`, when there is one, by turning their value into a change. */
export function readings(
  topic: string | undefined,
  reader: ValueReader,
  change: (value: string) => Change | null,
): readonly Reading[] {
  if (topic === undefined) return [];
  const read = (message: string) => {
    const value = reader(message);
    return value === undefined ? null : change(value);
  };
  return [{ topic, read }];
}

/** The sentence starts with "It": the thing's name is known to the caller only. */
export function unable(what: string): Trouble {
  return new Trouble('bad_input', { what: `It can not be ${what}.`, advice: 'Ask for something it can do.' });
}

export function numberOf(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}
