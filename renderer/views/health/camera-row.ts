import type { CameraView } from '../../../services/contract/camera.ts';
import { cameraSentence } from '../../live/camera-sentence.ts';
import { count, rate } from '../../words/numbers.ts';
import { said } from '../../words/said.ts';
import { moment } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import type { HealthRow } from './health-row.ts';

/** A camera's health: what is looked at, how fast, how large, how many pictures were dropped; or why there is none. */
export function cameraRow({ id, name, hasSub, state }: CameraView, nowMs: number): HealthRow {
  const row = { key: id, name };
  const { state: word, title, why, advice, next } = cameraSentence(state, nowMs);
  switch (state.kind) {
    case 'live': {
      const figures = [
        words.health.rate(rate(state.framesPerSecond)),
        `${state.width} × ${state.height}`,
        state.droppedFrames === 0
          ? words.health.noneDropped
          : words.health.dropped(count(state.droppedFrames)),
        words.when.since(moment(state.sinceMs, nowMs)),
      ];
      const { missing } = state;
      return {
        ...row,
        mood: missing === undefined ? 'good' : 'warn',
        state: word,
        details: [
          ...(missing === undefined
            ? []
            : [`${words.health.missing[missing.stream]}. ${said(missing.why)} ${said(missing.advice)}`]),
          `${words.health.looksAt[hasSub ? state.stream : 'only']}: ${words.health.decoding[state.decoding]}.`,
          figures.join(' · '),
        ],
      };
    }
    case 'connecting':
      return { ...row, mood: 'warn', state: word, details: [next] };
    case 'lost':
      return { ...row, mood: 'bad', state: word, details: [`${title}. ${why} ${advice}`.trim(), next] };
    case 'off':
      return { ...row, mood: 'quiet', state: word, details: [] };
  }
}
