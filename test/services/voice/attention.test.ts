import { expect, test } from 'vitest';
import { Attention } from '../../../services/voice/attention.ts';
import type { Heard } from '../../../services/voice/listening.ts';

const silence: Heard = { kind: 'silence' };
const speech: Heard = { kind: 'speech', begins: false, samples: new Float32Array(512) };
const end = (...samples: number[]): Heard => ({ kind: 'end', utterance: Float32Array.from(samples) });
const sure = { sure: true, score: 0, samplesAgo: 2 };
const likely = { ...sure, sure: false };

test('speech without the wake phrase is no order', () => {
  const attention = new Attention();
  expect(attention.follow(speech, null)).toBeNull();
  expect(attention.follow(end(1, 2), null)).toBeNull();
  expect(attention.state).toEqual({ kind: 'unaware' });
});

test('an utterance with the wake phrase is an order, as sure as the phrase', () => {
  for (const wake of [sure, likely]) {
    const attention = new Attention();
    expect(attention.follow(speech, wake)).toBeNull();
    expect(attention.state).toEqual({ kind: 'addressed', sure: wake.sure });
    const order = attention.follow(end(1, 2), null);
    expect(order).toEqual({
      sound: Float32Array.of(1, 2),
      begins: 'with wake phrase',
      sure: wake.sure,
    });
    expect(attention.state).toEqual({ kind: 'unaware' });
  }
});

test('a sure phrase takes the place of a likely one, never the other way', () => {
  const attention = new Attention();
  attention.follow(speech, likely);
  attention.follow(speech, sure);
  attention.follow(speech, likely);
  expect(attention.state).toEqual({ kind: 'addressed', sure: true });
});

test('a phrase that is found at the very end cuts off what came before it', () => {
  const utterance = new Float32Array(2000).map((_, i) => i);
  const order = new Attention().follow({ kind: 'end', utterance }, { ...sure, samplesAgo: 1000 });
  expect(order?.sound).toEqual(utterance.subarray(2000 - 1512));
});

test('after the phrase alone the next utterance is an order; time runs in silence only', () => {
  const attention = new Attention();
  attention.awaitOrder();
  for (let i = 0; i < 187; i++) attention.follow(silence, null);
  for (let i = 0; i < 100; i++) attention.follow(speech, null);
  expect(attention.follow(end(5), likely)).toEqual({
    sound: Float32Array.of(5),
    begins: 'anyhow',
    sure: true,
  });
});

test('who says nothing for six seconds is no longer listened to', () => {
  const attention = new Attention();
  attention.awaitOrder();
  for (let i = 0; i < 188; i++) attention.follow(silence, null);
  expect(attention.state).toEqual({ kind: 'unaware' });
});
