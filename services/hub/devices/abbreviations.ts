/**
 * The short keys of MQTT discovery messages, for all keys that Lares reads
 * (https://www.home-assistant.io/integrations/mqtt/#supported-abbreviations-in-mqtt-discovery-messages).
 */
const KEYS: Readonly<Record<string, string>> = {
  avty: 'availability',
  avty_mode: 'availability_mode',
  avty_t: 'availability_topic',
  avty_tpl: 'availability_template',
  bri_cmd_t: 'brightness_command_topic',
  bri_cmd_tpl: 'brightness_command_template',
  bri_scl: 'brightness_scale',
  bri_stat_t: 'brightness_state_topic',
  bri_val_tpl: 'brightness_value_template',
  cmd_t: 'command_topic',
  cmd_tpl: 'command_template',
  cmps: 'components',
  curr_temp_t: 'current_temperature_topic',
  curr_temp_tpl: 'current_temperature_template',
  def_ent_id: 'default_entity_id',
  dev: 'device',
  dev_cla: 'device_class',
  hs_cmd_t: 'hs_command_topic',
  hs_cmd_tpl: 'hs_command_template',
  hs_stat_t: 'hs_state_topic',
  hs_val_tpl: 'hs_value_template',
  max_temp: 'max_temp',
  min_temp: 'min_temp',
  mode_cmd_t: 'mode_command_topic',
  mode_cmd_tpl: 'mode_command_template',
  mode_stat_t: 'mode_state_topic',
  mode_stat_tpl: 'mode_state_template',
  o: 'origin',
  obj_id: 'object_id',
  on_cmd_type: 'on_command_type',
  opt: 'optimistic',
  p: 'platform',
  pct_cmd_t: 'percentage_command_topic',
  pct_cmd_tpl: 'percentage_command_template',
  pct_stat_t: 'percentage_state_topic',
  pct_val_tpl: 'percentage_value_template',
  pl_avail: 'payload_available',
  pl_cls: 'payload_close',
  pl_lock: 'payload_lock',
  pl_not_avail: 'payload_not_available',
  pl_off: 'payload_off',
  pl_on: 'payload_on',
  pl_open: 'payload_open',
  pl_unlk: 'payload_unlock',
  pos_clsd: 'position_closed',
  pos_open: 'position_open',
  pos_t: 'position_topic',
  pos_tpl: 'position_template',
  pow_cmd_t: 'power_command_topic',
  pow_cmd_tpl: 'power_command_template',
  ret: 'retain',
  rgb_cmd_t: 'rgb_command_topic',
  rgb_cmd_tpl: 'rgb_command_template',
  rgb_stat_t: 'rgb_state_topic',
  rgb_val_tpl: 'rgb_value_template',
  set_pos_t: 'set_position_topic',
  set_pos_tpl: 'set_position_template',
  stat_closing: 'state_closing',
  stat_clsd: 'state_closed',
  stat_jam: 'state_jammed',
  stat_locked: 'state_locked',
  stat_locking: 'state_locking',
  stat_off: 'state_off',
  stat_on: 'state_on',
  stat_open: 'state_open',
  stat_opening: 'state_opening',
  stat_stopped: 'state_stopped',
  stat_t: 'state_topic',
  stat_tpl: 'state_template',
  stat_unlocked: 'state_unlocked',
  stat_unlocking: 'state_unlocking',
  stat_val_tpl: 'state_value_template',
  sup_clrm: 'supported_color_modes',
  spd_rng_max: 'speed_range_max',
  spd_rng_min: 'speed_range_min',
  t: 'topic',
  temp_cmd_t: 'temperature_command_topic',
  temp_cmd_tpl: 'temperature_command_template',
  temp_stat_t: 'temperature_state_topic',
  temp_stat_tpl: 'temperature_state_template',
  temp_unit: 'temperature_unit',
  uniq_id: 'unique_id',
  val_tpl: 'value_template',
};

const DEVICE_KEYS: Readonly<Record<string, string>> = { sa: 'suggested_area' };

/** A JSON object, still of unknown content. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A discovery message in full words: short keys are spelled out, also inside `device` and `availability`, and `~` at the
 * begin or end of a topic is replaced by the message's base topic.
 */
export function spelledOut(message: Json): Json {
  const full = renamed(message, KEYS);
  const base = typeof full['~'] === 'string' ? full['~'] : undefined;
  const { device, availability } = full;
  return {
    ...withBase(full, base),
    ...(isJson(device) ? { device: renamed(device, DEVICE_KEYS) } : {}),
    ...(Array.isArray(availability)
      ? {
          availability: availability.map((one: unknown) =>
            isJson(one) ? withBase(renamed(one, KEYS), base) : one,
          ),
        }
      : {}),
    ...(isJson(availability) ? { availability: withBase(renamed(availability, KEYS), base) } : {}),
  };
}

function renamed(message: Json, keys: Readonly<Record<string, string>>): Json {
  return Object.fromEntries(Object.entries(message).map(([key, value]) => [keys[key] ?? key, value]));
}

function withBase(message: Json, base: string | undefined): Json {
  if (base === undefined) return message;
  const resolved = (value: string) => value.replace(/^~/, () => base).replace(/~$/, () => base);
  return Object.fromEntries(
    Object.entries(message).map(([key, value]) => [
      key,
      key.endsWith('topic') && typeof value === 'string' ? resolved(value) : value,
    ]),
  );
}
