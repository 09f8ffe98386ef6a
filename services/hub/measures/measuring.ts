import { cpus, totalmem } from 'node:os';
import type { CameraState } from '../../contract/camera.ts';
import type { ProcessHealth } from '../../contract/health.ts';
import type { CameraId } from '../../contract/identifiers.ts';
import type { Measures, NetworkCourse, NetworkRuns, VisionMeasures } from '../../contract/measures.ts';
import { CourseKeeper } from './course-keeper.ts';
import { Growth } from './growth.ts';
import {
  busySeconds,
  type MachineFolders,
  machineFolders,
  processorSeconds,
  residentBytes,
  usedBytes,
  warmestCelsius,
} from './machine.ts';

/** All that is looked at for one sample. */
export interface Look {
  readonly nowMs: number;
  readonly processes: readonly ProcessHealth[];
  readonly cameras: readonly { readonly id: CameraId; readonly state: CameraState }[];
  /** Null while the process does not answer. */
  readonly vision: VisionMeasures | null;
  readonly voice: readonly NetworkRuns[] | null;
  readonly lostToPages: number;
}

type Keepers = ReadonlyMap<string, CourseKeeper>;
const processNames = ['hub', 'vision', 'voice'] as const;

/** The measures of the last hour, sample by sample. */
export class Measuring {
  readonly #everyMs: number;
  readonly #most: number;
  readonly #folders: MachineFolders;
  readonly #growth = new Growth();
  readonly #keepers = new Map<string, CourseKeeper>();
  #look: Look | null = null;
  #passedS = 0;

  constructor(options: {
    readonly everyMs: number;
    readonly most: number;
    readonly folders?: MachineFolders;
  }) {
    this.#everyMs = options.everyMs;
    this.#most = options.most;
    this.#folders = options.folders ?? machineFolders;
  }

  /** Takes one sample. Of a camera or a network that is gone, its hour runs out; then it is forgotten. */
  add(look: Look): void {
    this.#passedS = (look.nowMs - (this.#look?.nowMs ?? Infinity)) / 1000;
    this.#look = look;
    this.#growth.next();
    const values = new Map([
      ...this.#machine(),
      ...this.#processes(look),
      ...this.#cameras(look),
      ...this.#networks('vision', look.vision?.networks ?? []),
      ...this.#networks('voice', look.voice ?? []),
    ]);
    for (const key of values.keys()) if (!this.#keepers.has(key)) this.#keepers.set(key, this.#keeper());
    for (const [key, keeper] of this.#keepers) {
      keeper.add(values.get(key) ?? null);
      if (keeper.isEmpty && !values.has(key)) this.#keepers.delete(key);
    }
  }

  /** Null before the first sample. */
  get(): Measures | null {
    const look = this.#look;
    if (look === null) return null;
    const course = (key: string) => this.#keepers.get(key)?.course ?? [];
    return {
      atMs: look.nowMs,
      everyMs: this.#everyMs,
      machine: {
        cores: cpus().length,
        memoryBytes: totalmem(),
        busyCores: course('machine cores'),
        usedBytes: course('machine bytes'),
        celsius: course('machine celsius'),
      },
      processes: processNames.map((name) => ({
        name,
        cores: course(`${name} cores`),
        bytes: course(`${name} bytes`),
      })),
      cameras: look.cameras.map(({ id }) => ({
        cameraId: id,
        cores: course(`${id} cores`),
        ageMs: course(`${id} age`),
        dropped: course(`${id} dropped`),
      })),
      networks: networksOf(this.#keepers),
      lost: { toHub: look.vision?.lostToHub ?? 0, toPages: look.lostToPages },
    };
  }

  /** A keeper that begins now has nothing to tell of the time before. */
  #keeper(): CourseKeeper {
    const keeper = new CourseKeeper(this.#most);
    const [oldest] = this.#keepers.values();
    for (let missing = oldest?.course.length ?? 0; missing > 0; missing -= 1) keeper.add(null);
    return keeper;
  }

  #machine(): Iterable<readonly [string, number | null]> {
    const busy = this.#perSecond('machine', busySeconds());
    return [
      ['machine cores', busy],
      ['machine bytes', usedBytes(this.#folders)],
      ['machine celsius', warmestCelsius(this.#folders)],
    ];
  }

  #processes({ processes }: Look): Iterable<readonly [string, number | null]> {
    return processes.flatMap(({ name, state }) => {
      if (state.kind !== 'running') return [];
      const cores = this.#perSecond(`${name} ${state.pid}`, processorSeconds(state.pid, this.#folders));
      return [
        [`${name} cores`, cores] as const,
        [`${name} bytes`, residentBytes(state.pid, this.#folders)] as const,
      ];
    });
  }

  #cameras({ cameras, vision, nowMs }: Look): Iterable<readonly [string, number | null]> {
    return cameras.flatMap(({ id, state }) => {
      const dropped = this.#growth.since(`${id} dropped`, state.kind === 'live' ? state.droppedFrames : null);
      const seen = vision?.cameras.find(({ cameraId }) => cameraId === id);
      if (seen === undefined) return [[`${id} dropped`, dropped] as const];
      const { newestAtMs } = seen;
      return [
        [`${id} dropped`, dropped] as const,
        [`${id} cores`, this.#coresOf(seen.pids)] as const,
        [`${id} age`, newestAtMs === null ? null : Math.max(0, nowMs - newestAtMs)] as const,
      ];
    });
  }

  /** Of one that began since the last sample nothing is known; the others are told without it. */
  #coresOf(pids: readonly number[]): number | null {
    const cores = pids
      .map((pid) => this.#perSecond(`ffmpeg ${pid}`, processorSeconds(pid, this.#folders)))
      .filter((each) => each !== null);
    return cores.length === 0 ? null : cores.reduce((sum, each) => sum + each, 0);
  }

  #networks(
    process: NetworkCourse['process'],
    networks: readonly NetworkRuns[],
  ): Iterable<readonly [string, number | null]> {
    return networks.flatMap(({ name, runs, milliseconds }) => {
      const grown = this.#growth.since(`${process} ${name} runs`, runs);
      const took = this.#growth.since(`${process} ${name} ms`, milliseconds);
      const key = `network/${process}/${name}`;
      const each = grown === null || took === null || grown === 0 ? null : took / grown;
      const perMinute = grown === null || !(this.#passedS > 0) ? null : (grown * 60) / this.#passedS;
      return [[`${key}/ms`, each] as const, [`${key}/runs`, perMinute] as const];
    });
  }

  #perSecond(key: string, count: number | null): number | null {
    const grown = this.#growth.since(key, count);
    return grown === null || !(this.#passedS > 0) ? null : grown / this.#passedS;
  }
}

function networksOf(keepers: Keepers): readonly NetworkCourse[] {
  return [...keepers].flatMap(([key, keeper]) => {
    const [, process, name = ''] = /^network\/(vision|voice)\/(.*)\/ms$/.exec(key) ?? [];
    if (process !== 'vision' && process !== 'voice') return [];
    const runs = keepers.get(`network/${process}/${name}/runs`)?.course ?? [];
    return [{ name, process, milliseconds: keeper.course, runsPerMinute: runs }];
  });
}
