import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VoiceSettings } from '../../../../services/contract/settings.ts';
import { VoiceOrders } from '../../../../services/hub/intents/voice-orders.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function orders() {
  const people = ['Anna'];
  const sent: (readonly string[])[] = [];
  const voice = new VoiceOrders({
    voice: () => VoiceSettings.parse({}),
    home: () => ({ entities: [], areas: [], people: [...people], cameras: [] }),
    send: ({ home }) => sent.push(home.people),
  });
  return { people, sent, voice };
}

describe('the voice’s orders', () => {
  it('are sent once for a burst of changes, and not when they say nothing new', () => {
    const { people, sent, voice } = orders();
    expect(voice.all().home.people).toEqual(['Anna']);
    voice.touch();
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([]);
    voice.touch();
    people.push('Ben');
    voice.touch();
    people.push('Cleo');
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([['Anna', 'Ben', 'Cleo']]);
  });

  it('end with the house', () => {
    const { people, sent, voice } = orders();
    voice.touch();
    voice.stop();
    people.push('Ben');
    // Devices that go away while the house closes say so.
    voice.touch();
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([]);
  });
});
