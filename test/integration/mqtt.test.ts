import { connectAsync, type MqttClient } from 'mqtt';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MqttSettings } from '../../services/contract/settings.ts';
import { Devices } from '../../services/hub/devices/devices.ts';
import { MqttHome } from '../../services/hub/devices/mqtt.ts';
import { type Broker, freePort, hasMosquitto, mosquitto } from './mosquitto.ts';

/** Things that a test started, in the order in which they end. */
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A broker that ends with the test. */
function broker(port: number, password?: string): Broker {
  const started = mosquitto(port, password);
  ends.push(started.stop);
  return started;
}

/** A device's own connection; it waits until the broker is there. */
async function device(
  port: number,
  login: { username?: string; password?: string } = {},
): Promise<MqttClient> {
  const client = await vi.waitFor(
    () => connectAsync(`mqtt://127.0.0.1:${port}`, { reconnectPeriod: 0, ...login }, false),
    10_000,
  );
  client.on('error', () => undefined);
  ends.push(() => client.endAsync(true));
  return client;
}

async function announce(client: MqttClient, topic: string, config: object | ''): Promise<void> {
  await client.publishAsync(topic, config === '' ? '' : JSON.stringify(config), { qos: 1, retain: true });
}

/** Everything that is published below a topic from now on, as "topic payload". */
async function recorded(client: MqttClient, filter: string): Promise<string[]> {
  const messages: string[] = [];
  client.on('message', (topic, payload) => messages.push(`${topic} ${payload.toString()}`));
  await client.subscribeAsync(filter, { qos: 1 });
  return messages;
}

function home(port: number, login: { username?: string; password?: string } = {}): MqttHome {
  const settings = MqttSettings.parse({ enabled: true, url: `mqtt://127.0.0.1:${port}`, ...login });
  const mqtt = new MqttHome(settings, 100);
  ends.push(() => mqtt.stop());
  return mqtt;
}

const patiently = { timeout: 20_000, interval: 50 };

const lamp = {
  '~': 'zoo/lamp',
  name: 'Reading Lamp',
  obj_id: 'reading_lamp',
  cmd_t: '~/set',
  stat_t: '~/state',
  bri_cmd_t: '~/bri/set',
  bri_stat_t: '~/bri',
  rgb_cmd_t: '~/rgb/set',
  avty_t: '~/online',
  dev: { ids: ['1'], name: 'Lamp 1', sa: 'Study' },
};

describe.skipIf(!hasMosquitto)(
  'A home behind a real Mosquitto (skipped where mosquitto is not installed)',
  () => {
    it('learns a light by discovery, commands it, and reads its state back', async () => {
      const { port } = broker(await freePort());
      const bulb = await device(port);
      await announce(bulb, 'homeassistant/light/reading_lamp/config', lamp);
      await bulb.publishAsync('zoo/lamp/online', 'online', { qos: 1, retain: true });
      await bulb.publishAsync('zoo/lamp/state', 'OFF', { qos: 1, retain: true });
      const commands = await recorded(bulb, 'zoo/lamp/#');

      const mqtt = home(port);
      const announced = {
        entityId: 'light.reading_lamp',
        domain: 'light',
        deviceClass: '',
        name: 'Reading Lamp',
        aliases: ['Lamp 1 Reading Lamp'],
        area: 'Study',
        via: 'mqtt',
      };
      await vi.waitFor(() => {
        expect(mqtt.list()).toEqual([{ ...announced, state: 'off', attributes: {} }]);
      }, patiently);
      expect(mqtt.state).toMatchObject({ kind: 'connected', entities: 1 });

      const [light] = mqtt.list();
      if (light === undefined) throw new Error('the light is there');
      commands.length = 0;
      await mqtt.call(light.entityId, { service: 'turn_on', brightness: 50, color: 'red' });
      await vi.waitFor(() => {
        expect(commands).toEqual(['zoo/lamp/rgb/set 255,0,0', 'zoo/lamp/bri/set 128', 'zoo/lamp/set ON']);
      }, patiently);

      await bulb.publishAsync('zoo/lamp/state', 'ON');
      await bulb.publishAsync('zoo/lamp/bri', '128');
      await vi.waitFor(() => {
        expect(mqtt.list()).toEqual([
          { ...announced, state: 'on', attributes: { brightness: 50, color: 'red' } },
        ]);
      }, patiently);

      await bulb.publishAsync('zoo/lamp/online', 'offline', { retain: true });
      await vi.waitFor(() => {
        expect(mqtt.list().map(({ state }) => state)).toEqual(['unavailable']);
      }, patiently);

      await announce(bulb, 'homeassistant/light/reading_lamp/config', '');
      await vi.waitFor(() => {
        expect(mqtt.list()).toEqual([]);
      }, patiently);
    });

    it('names the topic of a message that is no configuration, and goes on with the others', async () => {
      const { port } = broker(await freePort());
      const bulb = await device(port);
      await bulb.publishAsync('homeassistant/light/torn/config', '{"name": "Torn', { retain: true });
      await announce(bulb, 'homeassistant/lock/node/bare/config', { name: 'Bare' });
      await announce(bulb, 'homeassistant/lock/node/front/config', {
        name: 'Front Door',
        command_topic: 'door/set',
        state_topic: 'door',
        value_template: '{{ value_json.state }}',
      });
      await bulb.publishAsync('door', '{"state": "LOCKED"}', { retain: true });
      const mqtt = home(port);
      await vi.waitFor(() => {
        expect(mqtt.list().map(({ entityId, state }) => [entityId, state])).toEqual([
          ['lock.front_door', 'locked'],
        ]);
        expect(mqtt.troubles().map(({ id, what }) => [id, what.split(':')[0]])).toEqual([
          [
            'mqtt:homeassistant/light/torn/config',
            'The message at homeassistant/light/torn/config is not understood',
          ],
          [
            'mqtt:homeassistant/lock/node/bare/config',
            'The message at homeassistant/lock/node/bare/config is not understood',
          ],
        ]);
      }, patiently);
    });

    it('says that the password is refused, and never says the password', async () => {
      const { port } = broker(await freePort(), 'right-7531');
      await device(port, { username: 'lares', password: 'right-7531' });
      const wrong = home(port, { username: 'lares', password: 'wrong-2468' });
      await vi.waitFor(() => {
        expect(wrong.state).toMatchObject({
          kind: 'refused',
          why: 'The broker refuses the user name or the password.',
        });
      }, patiently);
      const right = home(port, { username: 'lares', password: 'right-7531' });
      await vi.waitFor(() => {
        expect(right.state.kind).toBe('connected');
      }, patiently);
    });

    it('connects again when the broker comes back, and finds its things', async () => {
      const port = await freePort();
      const first = broker(port);
      await announce(await device(port), 'homeassistant/light/reading_lamp/config', {
        ...lamp,
        avty_t: undefined,
      });
      const mqtt = home(port);
      await vi.waitFor(() => {
        expect(mqtt.list()).toHaveLength(1);
      }, patiently);

      await first.stop();
      await vi.waitFor(() => {
        expect(mqtt.state.kind).toBe('refused');
        expect(mqtt.list().map(({ state }) => state)).toEqual(['unavailable']);
      }, patiently);
      const [light] = mqtt.list();
      if (light === undefined) throw new Error('the light is kept');
      await expect(mqtt.call(light.entityId, { service: 'turn_on' })).rejects.toMatchObject({
        code: 'unreachable',
      });

      broker(port);
      await vi.waitFor(() => {
        expect(mqtt.state).toMatchObject({ kind: 'connected', entities: 1 });
      }, patiently);
      const bulb = await device(port);
      const commands = await recorded(bulb, 'zoo/lamp/set');
      await bulb.publishAsync('zoo/lamp/state', 'OFF');
      await vi.waitFor(() => {
        expect(mqtt.list().map(({ state }) => state)).toEqual(['off']);
      }, patiently);
      await mqtt.call(light.entityId, { service: 'turn_on' });
      await vi.waitFor(() => {
        expect(commands).toEqual(['zoo/lamp/set ON']);
      }, patiently);
    });

    it('stops while nothing answers', async () => {
      const mqtt = home(await freePort());
      await vi.waitFor(() => {
        expect(mqtt.state).toMatchObject({
          kind: 'refused',
          why: "Nothing answers at the broker's address.",
        });
      }, patiently);
      await mqtt.stop();
      await mqtt.stop();
    });

    it('is joined to the other devices while it is enabled', async () => {
      const { port } = broker(await freePort());
      await announce(await device(port), 'homeassistant/switch/pump/config', {
        name: 'Pump',
        command_topic: 'pump/set',
      });
      const devices = new Devices();
      ends.push(() => devices.stop());
      const mqtt = MqttSettings.parse({ enabled: true, url: `mqtt://127.0.0.1:${port}` });
      await devices.configure({ virtual: false, mqtt });
      await vi.waitFor(() => {
        expect(devices.list().map(({ entityId, state }) => [entityId, state])).toEqual([
          ['switch.pump', 'unknown'],
        ]);
      }, patiently);
      const [pump] = devices.list();
      if (pump === undefined) throw new Error('the pump is there');
      await devices.call(pump.entityId, { service: 'turn_on' });
      expect(devices.list().map(({ state }) => state)).toEqual(['on']);
      await devices.configure({ virtual: true, mqtt: { ...mqtt, enabled: false } });
      expect(devices.broker).toEqual({ kind: 'off' });
      expect(devices.list().map(({ via }) => via)).not.toContain('mqtt');
      expect(devices.list()).toHaveLength(11);
    });
  },
);
