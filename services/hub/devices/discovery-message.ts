import { Trouble } from '../../contract/trouble.ts';
import { isJson, spelledOut, type Json } from './abbreviations.ts';

/** One thing that a message announces: its component (light, lock …) and its configuration in full words. */
export interface Announced {
  readonly component: string;
  readonly objectId: string;
  readonly config: Json;
}

const MOST_BYTES = 256 * 1024;

/** The topics at which things are announced (https://www.home-assistant.io/integrations/mqtt/#mqtt-discovery). */
export function discoveryTopics(prefix: string): readonly string[] {
  return [`${prefix}/+/+/config`, `${prefix}/+/+/+/config`];
}

/** The component and the object's id in a discovery topic; null for any other topic. */
export function discoveryTopic(
  topic: string,
  prefix: string,
): { component: string; objectId: string } | null {
  if (!topic.startsWith(`${prefix}/`) || !topic.endsWith('/config')) return null;
  const [component, ...rest] = topic.slice(prefix.length + 1, -'/config'.length).split('/');
  const objectId = rest.at(-1);
  if (component === undefined || objectId === undefined || rest.length > 2) return null;
  return { component, objectId };
}

/**
 * What a discovery message announces: one thing, or all components of a device; an empty message announces nothing any
 * more. Throws a `bad_input` Trouble whose sentence names the topic.
 */
export function readDiscovery(topic: string, prefix: string, payload: Uint8Array): readonly Announced[] {
  const about = discoveryTopic(topic, prefix);
  if (about === null || payload.length === 0) return [];
  if (payload.length > MOST_BYTES) throw notUnderstood(topic, 'it is too long');
  const config = spelledOut(parsed(topic, payload));
  if (about.component !== 'device') return [{ ...about, config }];
  const { components, ...shared } = config;
  if (!isJson(components)) throw notUnderstood(topic, 'a device needs components');
  return Object.entries(components).flatMap(([key, value]) => {
    if (!isJson(value)) return [];
    // What all components share, such as the base topic and the availability, may stand at the device.
    const component = spelledOut({ ...shared, ...value });
    const { platform } = component;
    return typeof platform === 'string'
      ? [{ component: platform, objectId: `${about.objectId}_${key}`, config: component }]
      : [];
  });
}

export function notUnderstood(topic: string, why: string): Trouble {
  return new Trouble('bad_input', {
    what: `The message at ${topic} is not understood: ${why}.`,
    advice: 'Correct the device that sends it; until then it is left out.',
  });
}

function parsed(topic: string, payload: Uint8Array): Json {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(payload));
  } catch {
    throw notUnderstood(topic, 'it is not JSON');
  }
  if (!isJson(value)) throw notUnderstood(topic, 'it is not a JSON object');
  return value;
}
