import { describe, expect, it } from 'vitest';
import { EventId } from '../../../../services/contract/identifiers.ts';
import {
  needAt,
  NO_NEED,
  visitBegan,
  visitEnded,
} from '../../../../services/hub/recording/recording-need.ts';

const [one, two] = [EventId.parse('one'), EventId.parse('two')];

describe('why a camera is recorded', () => {
  it('is a visit, from before it until after it', () => {
    const during = visitBegan(NO_NEED, one, 1000);
    const after = visitEnded(during, one, 9000);
    expect(needAt(during, 1e9)).toBe(during);
    expect(after).toEqual({ kind: 'visits', fromMs: 1000, eventId: one, visits: new Set(), untilMs: 9000 });
    expect([needAt(after, 8999), needAt(after, 9000)]).toEqual([after, NO_NEED]);
  });

  it('is the same for visits that overlap, or that follow before it ended', () => {
    const both = visitBegan(visitBegan(NO_NEED, one, 1000), two, 5000);
    const left = visitEnded(both, one, 9000);
    expect(left).toEqual({
      kind: 'visits',
      fromMs: 1000,
      eventId: one,
      visits: new Set([two]),
      untilMs: null,
    });
    const again = visitBegan(visitEnded(left, two, 12_000), one, 11_000);
    expect(again).toEqual({
      kind: 'visits',
      fromMs: 1000,
      eventId: one,
      visits: new Set([one]),
      untilMs: null,
    });
  });

  it('is not ended by a visit that is not known', () => {
    const during = visitBegan(NO_NEED, one, 1000);
    expect([visitEnded(during, two, 5000), visitEnded(NO_NEED, two, 5000)]).toEqual([during, NO_NEED]);
  });
});
