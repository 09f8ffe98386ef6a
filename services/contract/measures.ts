import type { CameraId } from './identifiers.ts';

/**
 * Values of the last hour at most, the oldest first, a sample each `everyMs` up to the newest one; null where nothing could be
 * measured, such as while a process did not run.
 */
export type Course = readonly (number | null)[];

export interface ProcessCourse {
  readonly name: 'hub' | 'vision' | 'voice';
  /** Processor cores that it kept busy. */
  readonly cores: Course;
  /** Memory that it holds. */
  readonly bytes: Course;
}

export interface CameraCourse {
  readonly cameraId: CameraId;
  /** Processor cores that its ffmpegs kept busy: fetching and decoding. */
  readonly cores: Course;
  /** How old the newest picture was that Lares looked at, in milliseconds. */
  readonly ageMs: Course;
  /** Pictures that were not looked at, since newer ones came first, in each interval. */
  readonly dropped: Course;
}

export interface NetworkCourse {
  /** Of its file. */
  readonly name: string;
  readonly process: 'vision' | 'voice';
  /** How long one run took on average, in milliseconds; null in an interval without a run. */
  readonly milliseconds: Course;
  readonly runsPerMinute: Course;
}

export interface MachineCourse {
  /** Processor cores that the machine has. */
  readonly cores: number;
  readonly memoryBytes: number;
  /** Cores that were busy, whoever kept them so. */
  readonly busyCores: Course;
  readonly usedBytes: Course;
  /** Of the warmest sensor, in degrees Celsius. */
  readonly celsius: Course;
}

/** What was measured of the house in the last hour, in the hub's memory only. */
export interface Measures {
  /** When the newest sample was taken, milliseconds since 1970. */
  readonly atMs: number;
  readonly everyMs: number;
  readonly machine: MachineCourse;
  readonly processes: readonly ProcessCourse[];
  readonly cameras: readonly CameraCourse[];
  readonly networks: readonly NetworkCourse[];
  /** Coded pictures that were lost since the start: on the way from vision to the hub, and to pages that were too slow. */
  readonly lost: { readonly toHub: number; readonly toPages: number };
}

/** How often a network ran since its process began, and how long all of that took. */
export interface NetworkRuns {
  readonly name: string;
  readonly runs: number;
  readonly milliseconds: number;
}

/** What the vision process tells of itself when it is asked. */
export interface VisionMeasures {
  readonly cameras: readonly {
    readonly cameraId: CameraId;
    /** Of its ffmpegs that run now. */
    readonly pids: readonly number[];
    /** When the newest picture came that was looked at; null before the first. */
    readonly newestAtMs: number | null;
  }[];
  readonly networks: readonly NetworkRuns[];
  /** Coded pictures that the hub was too slow for. */
  readonly lostToHub: number;
}
