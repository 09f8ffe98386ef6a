import type { ProcessHealth } from '../../../services/contract/health.ts';
import { moment } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import type { HealthRow } from './health-row.ts';

const { health } = words;

/** A process: running since when, or restarting and why. */
export function processRow({ name, state, restarts }: ProcessHealth, nowMs: number): HealthRow {
  const row = { key: name, name: health.process[name] };
  const again = restarts === 0 ? [] : [health.restarts(restarts)];
  switch (state.kind) {
    case 'running': {
      const since = health.since(moment(state.sinceMs, nowMs));
      return { ...row, mood: 'good', state: health.running, details: [[since, ...again].join(' · ')] };
    }
    case 'starting':
      return { ...row, mood: 'warn', state: health.starting, details: again };
    case 'restarting':
      return { ...row, mood: 'bad', state: health.restarting(state.attempt), details: [state.why, ...again] };
    case 'stopped':
      return { ...row, mood: 'quiet', state: health.stopped, details: again };
  }
}
