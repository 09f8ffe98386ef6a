import type { BrokerState } from '../../../services/contract/health.ts';
import { moment } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import type { HealthRow } from './health-row.ts';

const { health } = words;

/** The MQTT broker: connected with how many devices, or why not. */
export function brokerRow(broker: BrokerState, nowMs: number): HealthRow {
  const row = { key: 'broker', name: health.brokerName };
  switch (broker.kind) {
    case 'off':
      return { ...row, mood: 'quiet', state: health.brokerOff, details: [health.brokerOffDetail] };
    case 'connecting':
      return { ...row, mood: 'warn', state: health.brokerConnecting, details: [] };
    case 'connected': {
      const details = [health.brokerDevices(broker.entities), health.since(moment(broker.sinceMs, nowMs))];
      return { ...row, mood: 'good', state: health.brokerConnected, details: [details.join(' · ')] };
    }
    case 'refused':
      return {
        ...row,
        mood: 'bad',
        state: health.brokerRefused,
        details: [broker.why, health.since(moment(broker.sinceMs, nowMs))],
      };
  }
}
