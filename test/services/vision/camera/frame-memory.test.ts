import { expect, it } from 'vitest';
import { frameMemory, giveBack } from '../../../../services/vision/camera/frame-memory.ts';
import { Frame } from '../../../../services/vision/frames.ts';

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  if (!(bytes.buffer instanceof ArrayBuffer)) throw new Error('shared');
  return bytes.buffer;
}

it('is used again for a picture of the same size, and for no other', () => {
  const first = bufferOf(frameMemory(600));
  giveBack(first);
  expect(frameMemory(601).buffer).not.toBe(first);
  expect(frameMemory(600).buffer).toBe(first);
  expect(frameMemory(600).buffer).not.toBe(first);
});

it('is forgotten when more is given back than is needed', () => {
  const oldest = bufferOf(frameMemory(700));
  giveBack(oldest);
  for (let i = 0; i < 6; i += 1) giveBack(new ArrayBuffer(800));
  expect(frameMemory(700).buffer).not.toBe(oldest);
});

it('is what a frame of a camera gives back, and one that shares its memory does not', () => {
  const bytes = frameMemory(6);
  expect(new Frame(0, { width: 2, height: 2, bytes }).release()).toBe(bytes.buffer);
  const part = new Uint8Array(60).subarray(6, 12);
  expect(new Frame(0, { width: 2, height: 2, bytes: part }).release()).toBe(null);
});

it('takes nothing from who made an image in time, and is an error for who comes too late', () => {
  const early = new Frame(0, { width: 2, height: 2, bytes: new Uint8Array(6).fill(128) });
  const late = new Frame(0, { width: 2, height: 2, bytes: new Uint8Array(6).fill(128) });
  const { image } = early;
  for (const frame of [early, late]) {
    const memory = frame.release();
    if (memory !== null) structuredClone(memory, { transfer: [memory] });
  }
  expect(early.image).toBe(image);
  expect(() => late.image).toThrow('released');
});
