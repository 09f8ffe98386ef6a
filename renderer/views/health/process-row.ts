import type { ProcessHealth } from '../../../services/contract/health.ts';
import { said } from '../../words/said.ts';
import { moment } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import type { HealthRow } from './health-row.ts';

/** A process: running since when, or restarting and why. */
export function processRow({ name, state, restarts }: ProcessHealth, nowMs: number): HealthRow {
  const row = { key: name, name: words.health.process[name] };
  const again = restarts === 0 ? [] : [words.health.restarts(restarts)];
  switch (state.kind) {
    case 'running': {
      const since = words.health.since(moment(state.sinceMs, nowMs));
      return { ...row, mood: 'good', state: words.health.running, details: [[since, ...again].join(' · ')] };
    }
    case 'starting':
      return { ...row, mood: 'warn', state: words.health.starting, details: again };
    case 'restarting':
      return {
        ...row,
        mood: 'bad',
        state: words.health.restarting(state.attempt),
        details: [said(state.why), ...again],
      };
    case 'stopped':
      return { ...row, mood: 'quiet', state: words.health.stopped, details: again };
  }
}
