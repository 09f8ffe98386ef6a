import { describe, expect, it } from 'vitest';
import { Notices } from '../../../services/hub/notices.ts';

const refused = {
  id: 'mqtt',
  severity: 'warning',
  what: 'The broker refuses.',
  advice: 'Check the password.',
} as const;

describe('notices', () => {
  it('are told when they arise and when they are over, once each', () => {
    let nowMs = 1000;
    const notices = new Notices(null, () => nowMs);
    const told: number[] = [];
    notices.changed.listen((list) => told.push(list.length));
    notices.raise(refused);
    nowMs = 2000;
    notices.raise(refused);
    expect(notices.list()).toEqual([{ ...refused, sinceMs: 1000 }]);
    notices.clear('mqtt');
    notices.clear('mqtt');
    expect(told).toEqual([1, 0]);
  });

  it('begin anew when the wording changes', () => {
    let nowMs = 1000;
    const notices = new Notices(null, () => nowMs);
    notices.raise(refused);
    nowMs = 2000;
    notices.raise({ ...refused, what: 'The broker is not there.' });
    expect(notices.list()).toEqual([{ ...refused, what: 'The broker is not there.', sinceMs: 2000 }]);
  });

  it('are logged once when they arise, without words of the home', () => {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const notices = new Notices({ info: write, warn: write, error: write }, () => 0);
    notices.raise(refused);
    notices.raise(refused);
    notices.raise({ ...refused, id: 'camera:a', what: 'Anna: lost.', inLog: 'Camera 1 of 1: lost.' });
    expect(lines).toEqual([
      'The broker refuses. Check the password.',
      'Camera 1 of 1: lost. Check the password.',
    ]);
    expect(notices.list()[1]).not.toHaveProperty('inLog');
  });

  it('of one source end together', () => {
    const notices = new Notices(null, () => 0);
    for (const id of ['voice:ear', 'vision:model', 'voice:speaker']) notices.raise({ ...refused, id });
    notices.clearAll('voice:');
    expect(notices.list().map(({ id }) => id)).toEqual(['vision:model']);
  });
});
