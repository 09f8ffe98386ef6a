import { expect, test } from 'vitest';
import { Attention, saidHardlyAnything, type Turn } from '../../../services/voice/attention.ts';
import type { Heard } from '../../../services/voice/listening.ts';

const silence: Heard = { kind: 'silence' };
const speech: Heard = { kind: 'speech', begins: false, samples: new Float32Array(512) };
const end: Heard = { kind: 'end', utterance: new Float32Array(1024) };
const sure = { sure: true };
const likely = { sure: false };

function follow(attention: Attention, heard: Heard, wake: { readonly sure: boolean } | null = null): Turn {
  return attention.follow({ heard, wake, speech: heard.kind === 'speech' ? 0.9 : 0.1 });
}

test('speech without the wake phrase is no order', () => {
  const attention = new Attention();
  expect([speech, end].map((heard) => follow(attention, heard))).toEqual(['nothing', 'nothing']);
  expect(attention.state).toEqual({ kind: 'unaware' });
});

test('an order begins with the wake phrase, goes on with speech and ends with it, as sure as the phrase', () => {
  for (const wake of [sure, likely]) {
    const attention = new Attention();
    expect(follow(attention, speech, wake)).toBe('begin');
    expect(follow(attention, speech)).toBe('go on');
    const state = { kind: 'addressed', begins: 'with wake phrase', sure: wake.sure, saidFrames: 1 };
    expect(attention.state).toEqual(state);
    expect(follow(attention, end)).toBe('end');
    expect(attention.state).toEqual({ kind: 'unaware' });
  }
});

test('a sure phrase begins anew where one was sure or likely; a likely one only where one was likely', () => {
  const attention = new Attention();
  const turns = [likely, likely, sure, likely, sure].map((wake) => follow(attention, speech, wake));
  expect(turns).toEqual(['begin', 'begin', 'begin', 'go on', 'begin']);
  expect(attention.state).toMatchObject({ kind: 'addressed', sure: true });
});

test('a phrase that is only noticed when its utterance ends is the whole of it', () => {
  const attention = new Attention();
  expect(follow(attention, end, sure)).toBe('whole');
  expect(attention.state).toEqual({ kind: 'unaware' });
});

test('a phrase that is only noticed after its utterance was said alone; a likely one is nothing', () => {
  const attention = new Attention();
  expect(follow(attention, silence, likely)).toBe('nothing');
  expect(attention.state).toEqual({ kind: 'unaware' });
  expect(follow(attention, silence, sure)).toBe('nothing');
  expect(attention.state).toMatchObject({ kind: 'awaiting' });
});

test('after the phrase alone the next utterance is an order; time runs in silence only', () => {
  const attention = new Attention();
  attention.awaitOrder();
  for (let i = 0; i < 187; i++) follow(attention, silence);
  expect(follow(attention, speech, likely)).toBe('begin');
  expect(attention.state).toEqual({ kind: 'addressed', begins: 'anyhow', sure: true, saidFrames: 0 });
  for (let i = 0; i < 200; i++) follow(attention, speech);
  expect(follow(attention, end)).toBe('end');
});

test('who says nothing for six seconds is no longer listened to', () => {
  const attention = new Attention();
  attention.awaitOrder();
  for (let i = 0; i < 188; i++) follow(attention, silence);
  expect(attention.state).toEqual({ kind: 'unaware' });
});

test('the end of the wake phrase is hardly anything, a word after it is', () => {
  const attention = new Attention();
  follow(attention, speech, sure);
  for (let i = 0; i < 9; i++) follow(attention, speech);
  expect(saidHardlyAnything(attention.state)).toBe(true);
  follow(attention, speech);
  expect(saidHardlyAnything(attention.state)).toBe(false);
});
