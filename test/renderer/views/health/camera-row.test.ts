import { describe, expect, it } from 'vitest';
import { clock } from '../../../../renderer/words/times.ts';
import { cameraRow } from '../../../../renderer/views/health/camera-row.ts';
import type { CameraState, CameraView } from '../../../../services/contract/camera.ts';
import { CameraId } from '../../../../services/contract/identifiers.ts';

const nowMs = new Date(2026, 4, 1, 12, 0).getTime();
const sinceMs = nowMs - 60_000;

function camera(state: CameraState, hasSub = true): CameraView {
  const id = CameraId.parse('garden');
  return { id, name: 'Garden', area: '', hasSub, liveStream: 'auto', privacy: [], demo: false, state };
}

const live = {
  kind: 'live',
  sinceMs,
  framesPerSecond: 5,
  width: 704,
  height: 576,
  droppedFrames: 0,
  stream: 'sub',
  decoding: 'all',
} as const;

describe('cameraRow', () => {
  it.each([
    ['sub', 'all', true, 'Looks at the small stream: every picture.'],
    ['sub', 'key_frames', true, 'Looks at the small stream: all is calm, key frames are enough.'],
    ['main', 'woken', true, 'Looks at the large stream: every picture, as something moves.'],
    ['main', 'all', false, 'Looks at its only stream: every picture.'],
  ] as const)('says that %s is looked at, decoded %s', (...[stream, decoding, hasSub, sentence]) => {
    const { mood, details } = cameraRow(camera({ ...live, stream, decoding }, hasSub), nowMs);
    expect([mood, details]).toEqual([
      'good',
      [sentence, `5 pictures a second · 704 × 576 · none dropped · since ${clock(sinceMs)}`],
    ]);
  });

  it('warns first of the stream that is missing while the other one lives', () => {
    const missing = { stream: 'sub', why: 'It answers nothing.', advice: 'Correct its address.' } as const;
    const { mood, details } = cameraRow(camera({ ...live, stream: 'main', missing }), nowMs);
    expect([mood, details[0]]).toEqual(['warn', 'No small stream. It answers nothing. Correct its address.']);
  });

  it('says of a lost camera since when, why, what to do and when it is tried again', () => {
    const why = 'The camera does not answer.';
    const advice = 'Check its power.';
    const row = cameraRow(camera({ kind: 'lost', sinceMs, why, advice, retryAtMs: nowMs + 500 }), nowMs);
    expect(row).toEqual({
      key: 'garden',
      name: 'Garden',
      mood: 'bad',
      state: 'No picture',
      details: [`No picture since ${clock(sinceMs)}. ${why} ${advice}`, 'Trying again now'],
    });
  });
});
