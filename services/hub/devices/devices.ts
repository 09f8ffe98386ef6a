import type { Entity } from '../../contract/entity.ts';
import type { BrokerState } from '../../contract/health.ts';
import type { EntityId } from '../../contract/identifiers.ts';
import type { MqttSettings } from '../../contract/settings.ts';
import { Trouble } from '../../contract/trouble.ts';
import { Signal } from '../signal.ts';
import type { DeviceProvider, ServiceCall } from './device-provider.ts';
import { MqttHome, type DeviceTrouble } from './mqtt.ts';
import { VirtualHome } from './virtual-home.ts';

export interface DeviceOptions {
  /** Whether the virtual home is there: in the demo, and while no broker is set. */
  readonly virtual: boolean;
  readonly mqtt: MqttSettings;
}

/** All things of the home, whoever provides them. */
export class Devices {
  readonly changed = new Signal<readonly Entity[]>();
  readonly brokerChanged = new Signal<BrokerState>();
  /** Messages of the broker that could not be understood, all that there are now. */
  readonly troubled = new Signal<readonly DeviceTrouble[]>();
  #virtual: VirtualHome | undefined;
  #mqtt: MqttHome | undefined;
  #mqttSettings = '';

  /** Makes it so; what stays the same keeps its state. Nothing is waited for but the end of what goes. */
  async configure(options: DeviceOptions): Promise<void> {
    const gone: DeviceProvider[] = [];
    if (!options.virtual && this.#virtual !== undefined) gone.push(this.#virtual);
    if (!options.virtual) this.#virtual = undefined;
    else this.#virtual ??= this.#joined(new VirtualHome());
    const mqttSettings = options.mqtt.enabled ? JSON.stringify(options.mqtt) : '';
    if (mqttSettings !== this.#mqttSettings) {
      this.#mqttSettings = mqttSettings;
      if (this.#mqtt !== undefined) gone.push(this.#mqtt);
      this.#mqtt = options.mqtt.enabled ? this.#connected(options.mqtt) : undefined;
      this.brokerChanged.send(this.broker);
      this.troubled.send(this.troubles());
    }
    this.changed.send(this.list());
    await Promise.all(gone.map((provider) => provider.stop()));
  }

  get broker(): BrokerState {
    return this.#mqtt?.state ?? { kind: 'off' };
  }

  troubles(): readonly DeviceTrouble[] {
    return this.#mqtt?.troubles() ?? [];
  }

  /** By room, then by name. A real thing hides its virtual namesake, so that a name means one thing. */
  list(): readonly Entity[] {
    const real = this.#mqtt?.list() ?? [];
    const names = new Set(real.flatMap(({ entityId, name }) => [entityId, name.toLowerCase()]));
    const isHidden = ({ entityId, name }: Entity) => names.has(entityId) || names.has(name.toLowerCase());
    return [...real, ...(this.#virtual?.list() ?? []).filter((entity) => !isHidden(entity))].sort(
      (a, b) => a.area.localeCompare(b.area) || a.name.localeCompare(b.name),
    );
  }

  /** Throws Trouble `not_found`, `bad_input` or `unreachable`. */
  async call(entityId: EntityId, call: ServiceCall): Promise<void> {
    const owner = this.#providers.find((provider) =>
      provider.list().some((entity) => entity.entityId === entityId),
    );
    if (owner === undefined)
      throw new Trouble('not_found', {
        what: 'This device is not there any more.',
        advice: 'Choose another one.',
      });
    await owner.call(entityId, call);
  }

  async stop(): Promise<void> {
    const providers = this.#providers;
    this.#virtual = undefined;
    this.#mqtt = undefined;
    this.#mqttSettings = '';
    await Promise.all(providers.map((provider) => provider.stop()));
  }

  get #providers(): readonly DeviceProvider[] {
    return [this.#mqtt, this.#virtual].filter((provider) => provider !== undefined);
  }

  #connected(settings: MqttSettings): MqttHome {
    const mqtt = this.#joined(new MqttHome(settings));
    // What a home says after it was replaced is no news any more.
    mqtt.stateChanged.listen((state) => {
      if (this.#mqtt === mqtt) this.brokerChanged.send(state);
    });
    mqtt.troubled.listen((troubles) => {
      if (this.#mqtt === mqtt) this.troubled.send(troubles);
    });
    return mqtt;
  }

  #joined<Provider extends DeviceProvider>(provider: Provider): Provider {
    provider.changed.listen(() => {
      if (this.#providers.includes(provider)) this.changed.send(this.list());
    });
    return provider;
  }
}
