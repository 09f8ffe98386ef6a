import { Command } from 'commander';
import type { CameraState } from '../contract/camera.ts';
import type { Health, ProcessState } from '../contract/health.ts';
import type { VoiceState } from '../contract/voice.ts';
import { hubAddress, withHub } from './hub-client.ts';

export function statusCommand(): Command {
  return new Command('status')
    .description('how the running house is')
    .option('--json', 'everything, as JSON')
    .action(async (options: { json?: true }) => {
      const health = await withHub((hub) => hub.house.health.query());
      console.log(options.json ? JSON.stringify(health, null, 2) : statusText(health, hubAddress()));
    });
}

/** Lines for a terminal. */
export function statusText(health: Health, address: string): string {
  const house = health.key.kind === 'locked' ? 'locked' : health.armed ? 'armed' : 'not armed';
  return [
    `Lares ${health.version} at ${address}: ${house}${health.demo ? ', demo house' : ''}`,
    ...health.processes.map(
      ({ name, state, restarts }) => `${name}: ${processText(state)}, ${restarts} restarts`,
    ),
    ...health.cameras.map(({ name, state }) => `camera ${name}: ${cameraText(state)}`),
    `voice: ${voiceText(health.voice)}`,
    `MQTT broker: ${health.broker.kind}${health.broker.kind === 'refused' ? ` (${health.broker.why})` : ''}`,
    ...health.notices.map(({ severity, what, advice }) => `${severity}: ${what} ${advice}`),
  ].join('\n');
}

function voiceText(state: VoiceState): string {
  if (state.kind === 'off') return `off (${state.why})`;
  if (state.kind !== 'waiting') return state.kind;
  const source = state.source === 'none' ? 'without a microphone' : 'at the microphone';
  return `waiting for “${state.wakePhrase}” ${source}`;
}

function processText(state: ProcessState): string {
  if (state.kind === 'running') return `running, process ${state.pid}`;
  return state.kind === 'restarting' ? `restarting (${state.why})` : state.kind;
}

function cameraText(state: CameraState): string {
  switch (state.kind) {
    case 'live':
      return `live, ${state.width}×${state.height}, ${state.framesPerSecond.toFixed(1)} frames/s, ${state.droppedFrames} dropped`;
    case 'lost':
      return `lost: ${state.why}`;
    default:
      return state.kind;
  }
}
