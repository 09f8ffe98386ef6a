import type { BrokerState } from '../../../services/contract/health.ts';
import { said } from '../../words/said.ts';
import { moment } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import type { HealthRow } from './health-row.ts';

/** The MQTT broker: connected with how many devices, or why not. */
export function brokerRow(broker: BrokerState, nowMs: number): HealthRow {
  const row = { key: 'broker', name: words.health.brokerName };
  switch (broker.kind) {
    case 'off':
      return {
        ...row,
        mood: 'quiet',
        state: words.health.brokerOff,
        details: [words.health.brokerOffDetail],
      };
    case 'connecting':
      return { ...row, mood: 'warn', state: words.health.brokerConnecting, details: [] };
    case 'connected': {
      const details = [
        words.health.brokerDevices(broker.entities),
        words.health.since(moment(broker.sinceMs, nowMs)),
      ];
      return { ...row, mood: 'good', state: words.health.brokerConnected, details: [details.join(' · ')] };
    }
    case 'refused':
      return {
        ...row,
        mood: 'bad',
        state: words.health.brokerRefused,
        details: [said(broker.why), words.health.since(moment(broker.sinceMs, nowMs))],
      };
  }
}
