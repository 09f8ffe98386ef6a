import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectAsync, type MqttClient } from 'mqtt';
import { TestHouse } from './test-house.ts';
import { type Broker, freePort, hasMosquitto, mosquitto } from './mosquitto.ts';

const programs = hasMosquitto && existsSync('/usr/bin/espeak-ng');
const recogniser = globSync('/usr/lib/*/libpocketsphinx.so.3').length > 0;
const phrase = existsSync(join(import.meta.dirname, '../../resources/wake/computer.onnx'));

const urlOf = ({ port }: Broker) => `mqtt://127.0.0.1:${port}`;

/**
 * The second sentence of the architecture, whole: speech made by espeak-ng, the real ear, a real broker.
 */
describe.skipIf(!programs || !recogniser || !phrase)(
  'a house that hears (needs Mosquitto, espeak-ng, PocketSphinx and resources/wake)',
  () => {
    const house = new TestHouse();
    const published: { readonly topic: string; readonly payload: string }[] = [];
    let broker: Broker;
    let home: MqttClient;

    beforeAll(async () => {
      broker = mosquitto(await freePort());
      home = await connectAsync(urlOf(broker));
      await home.subscribeAsync('home/#');
      home.on('message', (topic, payload) => published.push({ topic, payload: payload.toString() }));
      const light = {
        name: null,
        unique_id: 'kitchen-light',
        command_topic: 'home/kitchen/light/set',
        state_topic: 'home/kitchen/light',
        device: { identifiers: ['kl'], name: 'Kitchen light', suggested_area: 'Kitchen' },
      };
      await home.publishAsync('homeassistant/light/kitchen/config', JSON.stringify(light), { retain: true });
      await home.publishAsync('home/kitchen/light', 'OFF', { retain: true });
      await house.start();
      await house.api.settings.useDemo.mutate({ demo: false });
      const { mqtt } = await house.api.settings.get.query();
      const { hasPassword: _, ...rest } = mqtt;
      await house.api.settings.update.mutate({
        mqtt: { ...rest, password: '', enabled: true, url: urlOf(broker) },
      });
      await vi.waitFor(
        async () => {
          const names = (await house.api.devices.list.query()).map((entity) => [entity.name, entity.state]);
          expect(names).toEqual([['Kitchen light', 'off']]);
          const { voice } = await house.api.house.health.query();
          expect(voice.kind).toBe('waiting');
        },
        { timeout: 60_000, interval: 250 },
      );
    });

    afterAll(async () => {
      await house.stop();
      await home.endAsync();
      await broker.stop();
      house.remove();
    });

    const commands = () => published.filter(({ topic }) => topic.endsWith('/set'));

    it('turns on the kitchen light when it is told to', async () => {
      const [exchange] = await house.api.voice.say.mutate({ text: 'computer, turn on the kitchen light' });
      expect(exchange).toMatchObject({
        heard: 'turn on the kitchen light',
        intent: { name: 'HassTurnOn' },
        outcome: 'done',
      });
      expect(exchange?.reply).toMatch(/kitchen light/i);
      await vi.waitFor(() => {
        expect(commands()).toEqual([{ topic: 'home/kitchen/light/set', payload: 'ON' }]);
      });
      expect((await house.api.voice.transcript.query())[0]).toEqual(exchange);
    });

    it('reads the new state back from the broker', async () => {
      await home.publishAsync('home/kitchen/light', 'ON', { retain: true });
      await vi.waitFor(async () => {
        expect((await house.api.devices.list.query())[0]?.state).toBe('on');
      });
    });

    it('does nothing without the wake word', async () => {
      const before = commands().length;
      expect(await house.api.voice.say.mutate({ text: 'turn off the kitchen light' })).toEqual([]);
      expect(commands()).toHaveLength(before);
      expect(await house.api.voice.transcript.query()).toHaveLength(1);
    });

    it('says politely that it did not understand nonsense, and does nothing', async () => {
      const before = commands().length;
      const [exchange] = await house.api.voice.say.mutate({
        text: 'computer, purple elephants dance on the piano',
      });
      expect(exchange).toMatchObject({ intent: null, outcome: 'not_understood' });
      expect(exchange?.reply).toMatch(/understand/i);
      expect(commands()).toHaveLength(before);
    });

    it('names a sound file that is none', async () => {
      await expect(house.api.voice.listenTo.mutate({ path: import.meta.filename })).rejects.toThrow(/sound/i);
    });
  },
);
