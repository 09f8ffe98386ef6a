import type { FoundCamera } from '../../contract/onvif.ts';

const soap = 'http://www.w3.org/2003/05/soap-envelope';
const addressing = 'http://schemas.xmlsoap.org/ws/2004/08/addressing';
const discovery = 'http://schemas.xmlsoap.org/ws/2005/04/discovery';

/** ONVIF's device types: cameras of profile S, and those that know only profile T (ONVIF Core Specification, 7.3.1). */
const types = {
  transmitter:
    'xmlns:dn="http://www.onvif.org/ver10/network/wsdl"><d:Types>dn:NetworkVideoTransmitter</d:Types>',
  device: 'xmlns:tds="http://www.onvif.org/ver10/device/wsdl"><d:Types>tds:Device</d:Types>',
} as const;

/** The question "which cameras are here?" (WS-Discovery 1.0, April 2005). `id` is a UUID of this message alone. */
export function probeMessage(id: string, type: keyof typeof types): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?>` +
    `<s:Envelope xmlns:s="${soap}" xmlns:a="${addressing}" xmlns:d="${discovery}"><s:Header>` +
    `<a:MessageID>urn:uuid:${id}</a:MessageID>` +
    `<a:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To>` +
    `<a:Action>${discovery}/Probe</a:Action>` +
    `</s:Header><s:Body><d:Probe ${types[type]}</d:Probe></s:Body></s:Envelope>`
  );
}

const longestName = 60;

/**
 * The cameras in one answer. An answer may hold anything at all: what is no camera is passed over. Whoever answers speaks only for
 * itself: an address of another host is taken for a camera behind a router, or one that is lying, and the sender's is used.
 */
export function camerasIn(message: string, sender: string): readonly FoundCamera[] {
  const [, ...matches] = message.split(/<(?:[\w.-]{1,40}:)?ProbeMatch(?=[\s>])/);
  return matches.flatMap((match) => cameraIn(match, sender));
}

function cameraIn(match: string, sender: string): readonly FoundCamera[] {
  const scopes = wordsOf(match, 'Scopes');
  const isCamera = [...scopes, ...wordsOf(match, 'Types')].some((word) => /onvif|NetworkVideo/i.test(word));
  const xaddr = xaddrOf(wordsOf(match, 'XAddrs'), sender);
  if (!isCamera || xaddr === null) return [];
  const hardware = scopeOf(scopes, 'hardware');
  const name = scopeOf(scopes, 'name') || hardware || sender;
  const [urn = xaddr] = wordsOf(match, 'Address');
  return [{ name, hardware, address: sender, xaddr, urn }];
}

function xaddrOf(xaddrs: readonly string[], sender: string): string | null {
  const services = xaddrs
    .filter((each) => URL.canParse(each))
    .map((each) => new URL(each))
    .filter(({ protocol }) => protocol === 'http:' || protocol === 'https:');
  const service = services.find(({ hostname }) => hostname === sender) ?? services[0];
  if (service === undefined) return null;
  service.hostname = sender;
  service.username = '';
  service.password = '';
  return service.href;
}

/** ONVIF's scopes look like `onvif://www.onvif.org/name/Front%20door`. */
function scopeOf(scopes: readonly string[], kind: string): string {
  const prefix = `onvif://www.onvif.org/${kind}/`;
  const scope = scopes.find((each) => each.toLowerCase().startsWith(prefix));
  const text = decoded(scope?.slice(prefix.length) ?? '').replaceAll(/[\p{C}\s_]+/gu, ' ');
  return text.trim().slice(0, longestName);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The words of the first element of this name. Nothing here looks ahead further than the next tag, so that no message is slow to read. */
function wordsOf(xml: string, element: string): readonly string[] {
  const found = new RegExp(`<(?:[\\w.-]{1,40}:)?${element}(?:\\s[^<>]*)?>([^<]*)<`).exec(xml);
  const text = (found?.[1] ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return text.split(/\s+/).filter((word) => word !== '');
}
