import type { CameraView } from './camera.ts';
import type { DiskState } from './disk.ts';
import type { VoiceState } from './voice.ts';

export type ProcessState =
  | { readonly kind: 'starting'; readonly sinceMs: number }
  | { readonly kind: 'running'; readonly pid: number; readonly sinceMs: number }
  | { readonly kind: 'restarting'; readonly sinceMs: number; readonly why: string; readonly attempt: number }
  | { readonly kind: 'stopped' };

export interface ProcessHealth {
  readonly name: 'hub' | 'vision' | 'voice';
  readonly state: ProcessState;
  readonly restarts: number;
}

/** Trouble that the owner should know of: one sentence on what is wrong, one on what to do. */
export interface Notice {
  /** Stable while the trouble lasts, for example `mqtt` or `camera:front_door`. */
  readonly id: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly what: string;
  readonly advice: string;
  readonly sinceMs: number;
}

/** How the data key is kept. `locked`: a passphrase is needed before anything is written or read. */
export type KeyState =
  | { readonly kind: 'locked' }
  | { readonly kind: 'open'; readonly keptBy: 'key_file' | 'passphrase' | 'operating_system' };

export type BrokerState =
  | { readonly kind: 'off' }
  | { readonly kind: 'connecting'; readonly sinceMs: number }
  | { readonly kind: 'connected'; readonly sinceMs: number; readonly entities: number }
  | { readonly kind: 'refused'; readonly sinceMs: number; readonly why: string };

export interface Health {
  readonly version: string;
  readonly startedAtMs: number;
  readonly demo: boolean;
  readonly armed: boolean;
  readonly key: KeyState;
  readonly processes: readonly ProcessHealth[];
  readonly cameras: readonly CameraView[];
  readonly voice: VoiceState;
  readonly broker: BrokerState;
  /** Of the disk that video goes to; absent while the house is locked. */
  readonly disk?: DiskState;
  readonly notices: readonly Notice[];
}
