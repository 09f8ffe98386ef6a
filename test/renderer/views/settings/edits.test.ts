import { describe, expect, it } from 'vitest';
import {
  conflicts,
  edited,
  editedAt,
  keepMine,
  valueAt,
  withoutSaved,
} from '../../../../renderer/views/settings/edits.ts';

const stored = { volume: 80, quiet: { from: '22:00', to: '07:00' } };

describe('what is changed and not saved yet', () => {
  it('is what differs from what is stored, and nothing else', () => {
    const one = editedAt(stored, {}, ['quiet.from', '21:00']);
    const two = editedAt(stored, one, ['volume', 50]);
    expect(edited(stored, two)).toEqual({ volume: 50, quiet: { from: '21:00', to: '07:00' } });
    expect(stored.quiet.from).toBe('22:00');
    expect(editedAt(stored, two, ['volume', 80])).toEqual(one);
    expect(valueAt(stored, 'quiet.to.nothing')).toBeUndefined();
  });

  it('takes what somebody else changed beside it, and tells where both changed the same', () => {
    const edits = editedAt(stored, editedAt(stored, {}, ['quiet.from', '21:00']), ['volume', 50]);
    const news = { volume: 30, quiet: { from: '22:00', to: '08:00' } };
    expect(edited(news, edits)).toEqual({ volume: 50, quiet: { from: '21:00', to: '08:00' } });
    expect(conflicts(news, edits)).toEqual([{ path: 'volume', theirs: 30 }]);
    expect(conflicts(news, keepMine(news, edits, 'volume'))).toEqual([]);
    expect(conflicts({ ...stored, volume: 50 }, edits)).toEqual([]);
  });

  it('keeps its first base while it is changed on, so that nobody is overwritten by the last letter', () => {
    const first = editedAt(stored, {}, ['volume', 50]);
    const news = { ...stored, volume: 30 };
    expect(conflicts(news, editedAt(news, first, ['volume', 55]))).toEqual([{ path: 'volume', theirs: 30 }]);
  });

  it('is over once it is saved, but for what was changed meanwhile', () => {
    const sent = editedAt(stored, editedAt(stored, {}, ['quiet.from', '21:00']), ['volume', 50]);
    const now = editedAt(stored, sent, ['volume', 55]);
    expect(withoutSaved(now, sent)).toEqual({ volume: { value: 55, base: 80 } });
  });
});
