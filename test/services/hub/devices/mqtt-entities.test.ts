import { describe, expect, it } from 'vitest';
import { EntityId } from '../../../../services/contract/identifiers.ts';
import type { ServiceCall } from '../../../../services/hub/devices/device-provider.ts';
import { MqttEntities } from '../../../../services/hub/devices/mqtt-entities.ts';

const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

/** A home that was announced one thing of this component, named "It". */
function announced(component: string, config: object) {
  const entities = new MqttEntities('homeassistant');
  const subscriptions = entities.receive(
    `homeassistant/${component}/x/config`,
    bytes({ name: 'It', ...config }),
  );
  const id = EntityId.parse(`${component}.it`);
  return {
    entities,
    subscriptions,
    hear: (topic: string, message: unknown) => {
      entities.receive(topic, bytes(message));
      const [entity] = entities.list();
      return [entity?.state, entity?.attributes];
    },
    publish: (call: ServiceCall) =>
      entities.publications(id, call).map(({ topic, payload }) => `${topic} ${payload}`),
  };
}

describe('Things announced by MQTT discovery', () => {
  it('a light of the JSON schema, as Zigbee2MQTT announces it', () => {
    const { subscriptions, hear, publish } = announced('light', {
      schema: 'json',
      cmd_t: 'z/lamp/set',
      stat_t: 'z/lamp',
      brightness: true,
      bri_scl: 254,
      sup_clrm: ['xy', 'color_temp'],
    });
    expect(subscriptions.listenTo).toEqual(['z/lamp']);
    expect(hear('z/lamp', { state: 'ON', brightness: 127, color: { x: 0.64, y: 0.33 } })).toEqual([
      'on',
      { brightness: 50, color: 'red' },
    ]);
    expect(hear('z/lamp', { brightness: 'broken' })).toEqual(['on', { brightness: 50, color: 'red' }]);
    expect(hear('z/lamp', 'torn {')).toEqual(['on', { brightness: 50, color: 'red' }]);
    expect(publish({ service: 'turn_on', brightness: 100, color: 'blue' })).toEqual([
      'z/lamp/set {"state":"ON","brightness":254,"color":{"x":0.15,"y":0.06}}',
    ]);
    expect(publish({ service: 'turn_on', brightness: 0 })).toEqual(['z/lamp/set {"state":"OFF"}']);
    expect(publish({ service: 'turn_off' })).toEqual(['z/lamp/set {"state":"OFF"}']);
  });

  it('a light without dimmer', () => {
    const { publish } = announced('light', { cmd_t: 'l/set', pl_on: 1, pl_off: 0 });
    expect(publish({ service: 'turn_on' })).toEqual(['l/set 1']);
    expect(() => publish({ service: 'turn_on', brightness: 5 })).toThrow('It can not be dimmed.');
    expect(() => publish({ service: 'turn_on', color: 'red' })).toThrow('It can not be set to a color.');
    expect(() => publish({ service: 'lock' })).toThrow('It can not be told that.');
  });

  it('a switch with states of its own', () => {
    const { hear, publish } = announced('switch', {
      cmd_t: 's/set',
      stat_t: 's',
      val_tpl: '{{ value_json.power }}',
      stat_on: 'yes',
      stat_off: 'no',
    });
    expect(hear('s', { power: 'yes' })).toEqual(['on', {}]);
    expect(hear('s', { power: 'maybe' })).toEqual(['on', {}]);
    expect(hear('s', { power: 'no' })).toEqual(['off', {}]);
    expect(publish({ service: 'turn_on' })).toEqual(['s/set ON']);
  });

  it('a lock', () => {
    const { hear, publish } = announced('lock', {
      '~': 'door',
      cmd_t: '~/set',
      stat_t: '~',
      stat_locked: 'shut',
    });
    expect(hear('door', 'shut')).toEqual(['locked', {}]);
    expect(hear('door', 'JAMMED')).toEqual(['jammed', {}]);
    expect([publish({ service: 'lock' }), publish({ service: 'unlock' })]).toEqual([
      ['door/set LOCK'],
      ['door/set UNLOCK'],
    ]);
  });

  it('a cover that knows its position only', () => {
    const { hear, publish, entities } = announced('cover', {
      dev_cla: 'garage',
      pos_t: 'g/pos',
      set_pos_t: 'g/pos/set',
      pos_open: 255,
    });
    expect(entities.list()[0]?.deviceClass).toBe('garage');
    expect(hear('g/pos', '12')).toEqual(['open', { position: 5 }]);
    expect(hear('g/pos', '0')).toEqual(['closed', { position: 0 }]);
    expect([publish({ service: 'open_cover' }), publish({ service: 'close_cover' })]).toEqual([
      ['g/pos/set 255'],
      ['g/pos/set 0'],
    ]);
  });

  it('a blind that is moved part of the way, on a scale of its own', () => {
    const { hear, publish } = announced('cover', {
      cmd_t: 'b/set',
      pos_t: 'b/pos',
      set_pos_t: 'b/pos/set',
      pos_open: 0,
      pos_clsd: 50,
    });
    expect(hear('b/pos', '10')).toEqual(['open', { position: 80 }]);
    expect(publish({ service: 'set_position', position: 30 })).toEqual(['b/pos/set 35']);
  });

  it('a fan with and without speeds', () => {
    const { hear, publish } = announced('fan', {
      cmd_t: 'f/set',
      stat_t: 'f',
      pct_cmd_t: 'f/speed/set',
      pct_stat_t: 'f/speed',
      spd_rng_max: 4,
    });
    hear('f', 'ON');
    expect(hear('f/speed', '3')).toEqual(['on', { percentage: 75 }]);
    const speeds = [1, 50, 100].map((percentage) => publish({ service: 'set_percentage', percentage }));
    expect(speeds).toEqual([['f/speed/set 1'], ['f/speed/set 2'], ['f/speed/set 4']]);
    expect(publish({ service: 'set_percentage', percentage: 0 })).toEqual(['f/set OFF']);
    expect([publish({ service: 'turn_on' }), publish({ service: 'turn_off' })]).toEqual([
      ['f/set ON'],
      ['f/set OFF'],
    ]);
    const plain = announced('fan', { cmd_t: 'f/set' });
    expect(() => plain.publish({ service: 'set_percentage', percentage: 50 })).toThrow(
      'It can not be set to a speed.',
    );
    plain.entities.assume(EntityId.parse('fan.it'), { service: 'turn_on' });
    expect(plain.entities.list()[0]?.state).toBe('on');
  });

  it('a scene', () => {
    const { publish } = announced('scene', { cmd_t: 's/set', pl_on: 'movie' });
    expect(publish({ service: 'turn_on' })).toEqual(['s/set movie']);
    expect(() => publish({ service: 'turn_off' })).toThrow('It can not be turned off.');
  });

  it('a thermostat, also in Fahrenheit', () => {
    const { hear, publish } = announced('climate', {
      temp_cmd_t: 't/set',
      temp_stat_t: 't/to',
      curr_temp_t: 't/is',
      curr_temp_tpl: '{{ value_json.t | float }}',
      mode_cmd_t: 't/mode/set',
      mode_stat_t: 't/mode',
      modes: ['off', 'auto'],
      temp_unit: 'F',
      max_temp: 86,
    });
    hear('t/mode', 'auto');
    hear('t/to', '68');
    expect(hear('t/is', { t: 70 })).toEqual(['auto', { temperature: 20, currentTemperature: 21.1 }]);
    expect(publish({ service: 'set_temperature', temperature: 21 })).toEqual(['t/set 69.8']);
    expect(() => publish({ service: 'set_temperature', temperature: 31 })).toThrow(
      'It takes 44.6 to 86 degrees Fahrenheit.',
    );
    expect([publish({ service: 'turn_on' }), publish({ service: 'turn_off' })]).toEqual([
      ['t/mode/set auto'],
      ['t/mode/set off'],
    ]);
  });

  it('all components of a device in one message', () => {
    const entities = new MqttEntities('homeassistant');
    const { listenTo } = entities.receive(
      'homeassistant/device/box/config',
      bytes({
        '~': 'box',
        dev: { name: 'Hall Box', sa: 'Hall' },
        o: { name: 'maker' },
        avty: [{ t: '~/online' }],
        cmps: {
          left: { p: 'switch', name: 'Left', cmd_t: '~/l' },
          main: { p: 'light', name: null, cmd_t: '~/m' },
          temperature: { p: 'sensor', stat_t: '~/t' },
        },
      }),
    );
    expect(listenTo).toEqual(['box/online', 'box/online']);
    entities.receive('box/online', bytes('online'));
    expect(entities.list().map(({ entityId, name, area, state }) => [entityId, name, area, state])).toEqual([
      ['switch.hall_box_left', 'Hall Box Left', 'Hall', 'unknown'],
      ['light.hall_box', 'Hall Box', 'Hall', 'unknown'],
    ]);
  });

  it('availability of several sources', () => {
    const { hear } = announced('switch', {
      cmd_t: 's',
      avty_mode: 'all',
      avty: [
        { t: 'bridge', val_tpl: '{{ value_json.state }}' },
        { t: 's/here', pl_avail: 'yes', pl_not_avail: 'no' },
      ],
    });
    expect(hear('bridge', { state: 'online' })[0]).toBe('unavailable');
    expect(hear('s/here', 'yes')[0]).toBe('unknown');
    expect(hear('s/here', 'no')[0]).toBe('unavailable');
  });

  it('two things of one name have ids of their own', () => {
    const { entities } = announced('light', { cmd_t: 'a' });
    entities.receive('homeassistant/light/y/config', bytes({ name: 'It', cmd_t: 'b' }));
    expect(entities.list().map(({ entityId }) => entityId)).toEqual(['light.it', 'light.it_2']);
  });

  it('tell what Lares can not follow, and work without it', () => {
    const { entities, publish } = announced('switch', { cmd_t: 's', stat_t: 's', val_tpl: '{% if 1 %}' });
    expect(entities.troubles()).toMatchObject([
      {
        id: 'mqtt:homeassistant/switch/x/config',
        what: 'It: its state is not shown, since its template is too complex.',
      },
    ]);
    expect(publish({ service: 'turn_off' })).toEqual(['s OFF']);
  });

  it.each([
    ['light', 'torn {', 'it is not JSON'],
    ['light', '[]', 'it is not a JSON object'],
    ['light', '{"name": "It"}', '"command_topic" is not as it should be'],
    ['light', '{"cmd_t": "a/#"}', '"command_topic" is not as it should be (a topic has no wildcards)'],
    ['light', '{"cmd_t": "a", "schema": "template"}', 'lights of the template schema are not supported'],
    ['device', '{"cmd_t": "a"}', 'a device needs components'],
  ])('a %s %s is told with its topic', (component, message, why) => {
    const entities = new MqttEntities('homeassistant');
    const topic = `homeassistant/${component}/x/config`;
    expect(entities.receive(topic, bytes(message))).toEqual({ listenTo: [], leave: [] });
    expect(entities.list()).toEqual([]);
    expect(entities.troubles().map(({ id, what }) => [id, what])).toEqual([
      [`mqtt:${topic}`, expect.stringContaining(`The message at ${topic} is not understood: ${why}`)],
    ]);
    entities.receive(topic, bytes(''));
    expect(entities.troubles()).toEqual([]);
  });

  it('keep neither what others announce nor endless trouble', () => {
    const entities = new MqttEntities('homeassistant');
    for (let number = 0; number < 60; number++) {
      entities.receive(`homeassistant/light/${number}/config`, bytes('torn {'));
      entities.receive(`homeassistant/sensor/${number}/config`, bytes({ stat_t: 'q' }));
    }
    expect([entities.list(), entities.topics(), entities.troubles().length]).toEqual([[], [], 50]);
    entities.receive('homeassistant/light/0/config', bytes(''));
    expect(entities.troubles()).toHaveLength(49);
  });

  it('leave when their message is emptied, and other domains are no trouble', () => {
    const { entities } = announced('switch', { cmd_t: 's', stat_t: 's/state' });
    entities.receive('homeassistant/sensor/x/config', bytes({ stat_t: 'q' }));
    expect(entities.receive('homeassistant/switch/x/config', bytes(''))).toEqual({
      listenTo: [],
      leave: ['s/state'],
    });
    expect([entities.list(), entities.topics(), entities.troubles()]).toEqual([[], [], []]);
  });
});
