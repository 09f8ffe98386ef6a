import { describe, expect, it } from 'vitest';
import { phoneDistance } from '../../../../../services/voice/wake/training/near-words.ts';
import { adviseWakePhrase } from '../../../../../services/voice/wake/training/wake-advice.ts';

describe('advice on a wake phrase', () => {
  it.each([
    ['computer', 'good'],
    ['view glass', 'good'],
    ['smart mirror', 'good'],
    ['jarvis', 'good'],
    ['bob', 'bad'],
    ['stop', 'bad'],
    ['lights', 'bad'],
    ['morning', 'bad'],
    ['hey', 'bad'],
    ['xkcd', 'bad'],
    ['42', 'bad'],
    ['good morning', 'weak'],
    ['unbelievably extraordinary refrigerator', 'weak'],
  ] as const)('finds "%s" %s', async (phrase, verdict) => {
    const advised = await adviseWakePhrase({ phrase, language: 'en' });
    expect({ phrase, verdict: advised.verdict }).toEqual({ phrase, verdict });
    expect(advised.advice.length > 0).toBe(verdict !== 'good');
  });

  it('knows German, too', async () => {
    expect((await adviseWakePhrase({ phrase: 'küche', language: 'de' })).verdict).toBe('bad');
    expect((await adviseWakePhrase({ phrase: 'hausmeister', language: 'de' })).verdict).toBe('good');
  });
});

describe('the distance of phones', () => {
  it('is small for sounds of one kind', () => {
    const distance = (a: string, b: string): number => phoneDistance(a.split(' '), b.split(' '));
    expect(distance('K AH M P', 'K AH M P')).toBe(0);
    expect(distance('K AH M P', 'K AH M T')).toBe(0.5);
    expect(distance('K AH M P', 'K AH M')).toBe(1);
    expect(distance('K AH M P', 'AH K M P')).toBeGreaterThan(1.5);
  });
});
