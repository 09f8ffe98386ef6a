import type { CameraState } from '../../services/contract/camera.ts';
import { said } from '../words/said.ts';
import { clock, duration, moment } from '../words/times.ts';
import { words } from '../words/words.ts';

export interface CameraSentence {
  readonly state: string;
  /** Since when, why, what to do, and what happens next, for a camera that is not live; empty where there is nothing to say. */
  readonly title: string;
  readonly why: string;
  readonly advice: string;
  readonly next: string;
}

/** The state of a camera in plain words. */
export function cameraSentence(state: CameraState, nowMs: number): CameraSentence {
  switch (state.kind) {
    case 'off':
      return { state: words.camera.off, title: words.camera.off, why: '', advice: '', next: '' };
    case 'live':
      return { state: words.camera.live, title: '', why: '', advice: '', next: '' };
    case 'connecting': {
      const title = words.camera.connecting;
      return { state: title, title, why: '', advice: '', next: words.when.since(clock(state.sinceMs)) };
    }
    case 'lost': {
      const waitMs = state.retryAtMs - nowMs;
      return {
        state: words.camera.lost,
        title: words.camera.lostSince(moment(state.sinceMs, nowMs)),
        why: said(state.why),
        advice: said(state.advice),
        next: waitMs < 1000 ? words.camera.retryNow : words.camera.retryIn(duration(waitMs)),
      };
    }
  }
}
