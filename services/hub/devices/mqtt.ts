import { connect, type MqttClient } from 'mqtt';
import type { Entity } from '../../contract/entity.ts';
import type { BrokerState } from '../../contract/health.ts';
import type { EntityId } from '../../contract/identifiers.ts';
import type { MqttSettings } from '../../contract/settings.ts';
import { Trouble } from '../../contract/trouble.ts';
import { Signal } from '../signal.ts';
import { brokerRefusal } from './broker-refusal.ts';
import type { DeviceProvider, ServiceCall } from './device-provider.ts';
import { discoveryTopics } from './discovery-message.ts';
import { MqttEntities, type DeviceTrouble } from './mqtt-entities.ts';

export { type DeviceTrouble } from './mqtt-entities.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 5000;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 60_000;

/**
 * The things that a broker announces by Home Assistant's MQTT discovery. It connects at once, and tries again for ever,
 * each time after twice as long, up to a minute. What was announced stays while the broker is away, as unavailable.
 */
export class MqttHome implements DeviceProvider {
  readonly changed = new Signal<void>();
  readonly stateChanged = new Signal<BrokerState>();
  readonly troubled = new Signal<readonly DeviceTrouble[]>();
  readonly #settings: MqttSettings;
  readonly #entities: MqttEntities;
  #state: BrokerState = { kind: 'connecting', sinceMs: Date.now() };
  #client: MqttClient | undefined;
  #retry: NodeJS.Timeout | undefined;
  #retryMs: number;
  #isStopped = false;
  #news: NodeJS.Immediate | undefined;

  constructor(settings: MqttSettings, firstRetryMs: number = FIRST_RETRY_MS) {
    this.#settings = settings;
    this.#retryMs = firstRetryMs;
    this.#entities = new MqttEntities(settings.discoveryPrefix);
    this.#connect(firstRetryMs);
  }

  get state(): BrokerState {
    return this.#state;
  }

  list(): readonly Entity[] {
    const isAway = this.#state.kind !== 'connected';
    return this.#entities.list().map((entity) => (isAway ? { ...entity, state: 'unavailable' } : entity));
  }

  /** Messages that were not understood, and parts of devices that can't be followed. */
  troubles(): readonly DeviceTrouble[] {
    return this.#entities.troubles();
  }

  async call(entityId: EntityId, call: ServiceCall): Promise<void> {
    const publications = this.#entities.publications(entityId, call);
    const client = this.#client;
    if (client === undefined || this.#state.kind !== 'connected') throw unreachable();
    for (const { topic, payload, retain } of publications)
      await answered(client.publishAsync(topic, payload, { qos: 1, retain }));
    this.#entities.assume(entityId, call);
    this.#tell();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    clearImmediate(this.#news);
    const client = this.#client;
    this.#client = undefined;
    await client?.endAsync(true);
  }

  #connect(firstRetryMs: number): void {
    const { url, username, password } = this.#settings;
    let why: unknown;
    let client: MqttClient;
    try {
      client = connect(url, {
        ...(username === '' ? {} : { username, password }),
        clientId: `lares_${crypto.randomUUID().slice(0, 8)}`,
        connectTimeout: CONNECT_TIMEOUT_MS,
        reconnectPeriod: 0,
        queueQoSZero: false,
      });
    } catch (error) {
      this.#lost(brokerRefusal(error), firstRetryMs);
      return;
    }
    this.#client = client;
    client.on('connect', () => {
      this.#retryMs = firstRetryMs;
      this.#opened(client);
    });
    client.on('message', (topic, payload) => {
      this.#receive(client, topic, payload);
    });
    client.on('error', (error) => {
      why ??= error;
      client.end(true);
    });
    client.once('close', () => {
      client.end(true);
      if (this.#client === client) this.#lost(brokerRefusal(why), firstRetryMs);
    });
  }

  #opened(client: MqttClient): void {
    this.#setState({ kind: 'connected', sinceMs: Date.now(), entities: this.#entities.list().length });
    client.subscribe([...discoveryTopics(this.#settings.discoveryPrefix), ...this.#entities.topics()], {
      qos: 1,
    });
  }

  #receive(client: MqttClient, topic: string, payload: Uint8Array): void {
    const { listenTo, leave } = this.#entities.receive(topic, payload);
    // A topic is subscribed even if it is already, since only then its retained message comes again.
    if (listenTo.length > 0) client.subscribe([...listenTo], { qos: 1 });
    if (leave.length > 0) client.unsubscribe([...leave]);
    this.#tell();
  }

  #lost(why: string, firstRetryMs: number): void {
    if (this.#isStopped) return;
    this.#entities.forget();
    this.#setState({ kind: 'refused', sinceMs: Date.now(), why });
    this.#retry = setTimeout(() => {
      this.#connect(firstRetryMs);
    }, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    this.#tell();
  }

  /** The same refusal again is no news, and keeps its time. */
  #setState(state: BrokerState): void {
    const old = this.#state;
    if (state.kind === 'refused' && old.kind === 'refused' && old.why === state.why) return;
    this.#state = state;
    this.stateChanged.send(state);
  }

  /** A broker answers a subscription with a burst of messages; it is told once. */
  #tell(): void {
    if (this.#isStopped) return;
    this.#news ??= setImmediate(() => {
      this.#news = undefined;
      this.changed.send();
      this.troubled.send(this.troubles());
      const entities = this.#entities.list().length;
      if (this.#state.kind === 'connected' && this.#state.entities !== entities)
        this.#setState({ ...this.#state, entities });
    });
  }
}

function unreachable(): Trouble {
  return new Trouble('unreachable', {
    what: 'The broker is not connected.',
    advice: 'Look at the health of the broker.',
  });
}

/** A broker that has taken no message for five seconds will not take it in time. */
async function answered(publishing: Promise<unknown>): Promise<void> {
  const timeout = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  const late = new Promise<never>((_, reject) => {
    timeout.addEventListener('abort', () => {
      reject(unreachable());
    });
  });
  try {
    await Promise.race([publishing, late]);
  } catch (error) {
    throw error instanceof Trouble ? error : unreachable();
  }
}
