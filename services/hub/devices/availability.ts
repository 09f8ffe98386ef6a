import { z } from 'zod';
import { Payload, Topic, type Templates } from './mqtt-device.ts';
import type { ValueReader } from './value-template.ts';

const One = z.object({
  topic: Topic,
  payload_available: Payload.optional(),
  payload_not_available: Payload.optional(),
  value_template: z.string().optional(),
});

const Config = z.object({
  availability: z.union([z.array(One), One.transform((one) => [one])]).default([]),
  availability_mode: z.enum(['all', 'any', 'latest']).default('latest'),
  availability_topic: Topic.optional(),
  availability_template: z.string().optional(),
  payload_available: Payload.default('online'),
  payload_not_available: Payload.default('offline'),
});

interface Source {
  readonly topic: string;
  readonly online: string;
  readonly offline: string;
  readonly reader: ValueReader;
}

/** Whether a thing can be reached, by its own messages (https://www.home-assistant.io/integrations/mqtt/#using-availability-topics). */
export class Availability {
  readonly #sources: readonly Source[];
  readonly #mode: 'all' | 'any' | 'latest';
  readonly #known = new Map<string, boolean>();
  #latest = false;

  constructor(raw: unknown, templates: Templates) {
    const config = Config.parse(raw);
    const { availability_topic: topic, availability_template: value_template } = config;
    const sources: z.infer<typeof One>[] = [
      ...(topic === undefined ? [] : [{ topic, value_template }]),
      ...config.availability,
    ];
    this.#mode = config.availability_mode;
    this.#sources = sources.map((source) => ({
      topic: source.topic,
      online: source.payload_available ?? config.payload_available,
      offline: source.payload_not_available ?? config.payload_not_available,
      reader: templates.reader(source.value_template, 'availability'),
    }));
  }

  get topics(): readonly string[] {
    return this.#sources.map(({ topic }) => topic);
  }

  /** A thing that promises to tell is away until it does. */
  get isOnline(): boolean {
    if (this.#sources.length === 0) return true;
    if (this.#mode === 'latest') return this.#latest;
    const known = this.#sources.map(({ topic }) => this.#known.get(topic) ?? false);
    return this.#mode === 'all' ? known.every(Boolean) : known.some(Boolean);
  }

  receive(topic: string, message: string): void {
    for (const source of this.#sources) {
      if (source.topic !== topic) continue;
      const value = source.reader(message);
      if (value !== source.online && value !== source.offline) continue;
      this.#latest = value === source.online;
      this.#known.set(topic, this.#latest);
    }
  }

  forget(): void {
    this.#known.clear();
    this.#latest = false;
  }
}
