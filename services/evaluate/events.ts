import { Command, InvalidArgumentError } from 'commander';
import { CameraId } from '../contract/identifiers.ts';
import { pathsFrom } from '../contract/paths.ts';
import { Settings } from '../contract/settings.ts';
import type { Sequence } from './cdnet.ts';
import type { ObjectFinder } from '../vision/objects.ts';
import { countEvents, type EventCounts, episodesOf, type Span } from './episodes.ts';
import { printTable, writeJson } from './table.ts';

/** How well visits were noticed. A figure is null when the data have nothing to tell it by. */
export interface EventFigures {
  /** Share of the ground-truth episodes that overlap an event. */
  readonly eventRecall: number | null;
  readonly falseEventsPerHour: number | null;
  /** Events that overlap no episode. */
  readonly falseEvents: number;
  /** Length of what was scored. */
  readonly hours: number;
  readonly episodes: number;
  readonly events: number;
}

export interface EventReport extends EventFigures {
  readonly sequences: Readonly<Record<string, EventFigures>>;
}

interface Tally extends EventCounts {
  readonly hours: number;
}

/** `lares eval events DIR... [--fps N] [--json FILE]` */
export function eventsCommand(): Command {
  return new Command('events')
    .description("measure visits (motion, objects, tracks) on sequences in CDnet's layout")
    .argument('<folders...>', 'sequences, or folders of sequences')
    .option('--fps <number>', 'frames a second at which the sequences were taken', positive, 25)
    .option('--json <file>', 'write the figures to a file')
    .action(async (folders: string[], options: { fps: number; json?: string }) => {
      const report = await evaluateEvents({
        folders,
        framesPerSecond: options.fps,
        models: pathsFrom(process.env).models,
      });
      const { sequences, ...all } = report;
      printTable('Events', [
        ...Object.entries(sequences).map(([sequence, figures]) => ({ sequence, ...figures })),
        { sequence: 'all', ...all },
      ]);
      if (options.json !== undefined) await writeJson(options.json, report);
    });
}

/**
 * Runs the product's own pipeline with its default settings over sequences in CDnet's layout (see `Sequence`): as many
 * of the frames as it takes from a camera a second, motion, objects, tracks; faces are not looked for, since they
 * change no event. Each sequence has a camera of its own. Scored as `countEvents` says, in the temporal region.
 * @param options `framesPerSecond`: of the sequences. `models`: the folder of the networks.
 * @throws {Trouble} when a folder is no sequence or holds none, or the object network is missing.
 */
export async function evaluateEvents(options: {
  readonly folders: readonly string[];
  readonly framesPerSecond: number;
  readonly models: string;
}): Promise<EventReport> {
  const { findSequences, readSequence } = await import('./cdnet.ts');
  const { ObjectFinder } = await import('../vision/objects.ts');
  const folders = await findSequences(options.folders);
  const finder = await ObjectFinder.open(options.models);
  const tallies = new Map<string, Tally>();
  for (const folder of folders) {
    const sequence = await readSequence(folder);
    const spans = await eventsOf(sequence, finder, options.framesPerSecond);
    const tally = await tallyOf(sequence, spans, options.framesPerSecond);
    tallies.set(tallies.has(sequence.name) ? folder : sequence.name, tally);
  }
  const sequences = [...tallies].map(([name, tally]) => [name, figuresOf([tally])] as const);
  return { ...figuresOf([...tallies.values()]), sequences: Object.fromEntries(sequences) };
}

/** Watches a sequence; the spans of its events, in frame numbers. */
async function eventsOf(
  sequence: Sequence,
  finder: ObjectFinder,
  framesPerSecond: number,
): Promise<readonly Span[]> {
  const { CameraZones } = await import('../vision/zones/camera-zones.ts');
  const { FaceSearch } = await import('../vision/faces/face-search.ts');
  const { MotionDetector } = await import('../vision/motion/motion.ts');
  const { ObjectSearch } = await import('../vision/object-search.ts');
  const { watch } = await import('../vision/pipeline.ts');
  const { Tracker } = await import('../vision/tracks/tracks.ts');
  const { vision } = Settings.parse({});
  const tracks = new Tracker({ cameraId: CameraId.parse('evaluated') });
  const spans: Span[] = [];
  const keep = (visits: ReturnType<typeof tracks.end>): void => {
    for (const { change, event } of visits)
      if (change === 'ended')
        spans.push({
          first: (event.beganAtMs * framesPerSecond) / 1000,
          last: ((event.endedAtMs ?? event.beganAtMs) * framesPerSecond) / 1000,
        });
  };
  await watch({
    frames: framesOf(sequence, framesPerSecond, vision.framesPerSecond),
    motion: new MotionDetector({ sensitivity: vision.motionSensitivity }),
    objects: new ObjectSearch(() => finder),
    faces: new FaceSearch(() => null),
    zones: new CameraZones({ zones: [], sensitivity: { day: null, night: null } }, vision.motionSensitivity),
    rests: () => undefined,
    tracks,
    identify: () => ({ kind: 'unknown' }),
    tell: ({ visits }) => {
      keep(visits);
      return Promise.resolve();
    },
  });
  keep(tracks.end());
  return spans;
}

/** The frames that the product would take from a camera: no more than `wanted` a second, at the time that their number tells. */
async function* framesOf(sequence: Sequence, framesPerSecond: number, wanted: number) {
  const { readFrame } = await import('./cdnet.ts');
  const { Frame } = await import('../vision/frames.ts');
  let taken = -1;
  for (const { number, input } of sequence.frames) {
    const slot = Math.floor((number * Math.min(wanted, framesPerSecond)) / framesPerSecond);
    if (slot === taken) continue;
    taken = slot;
    yield Frame.fromImage((number * 1000) / framesPerSecond, await readFrame(input));
  }
}

async function tallyOf(sequence: Sequence, events: readonly Span[], framesPerSecond: number): Promise<Tally> {
  const { readTruth } = await import('./cdnet.ts');
  const { movesIn } = await import('./motion-score.ts');
  const scored: number[] = [];
  const moving: number[] = [];
  for (const { number, truth } of sequence.frames) {
    if (truth === null) continue;
    scored.push(number);
    if (movesIn(await readTruth(truth), sequence.region)) moving.push(number);
  }
  const time = { first: scored[0] ?? 0, last: scored.at(-1) ?? 0 };
  const episodes = episodesOf(moving, framesPerSecond);
  const hours = (time.last - time.first + 1) / framesPerSecond / 3600;
  return { ...countEvents(events, episodes, time), hours };
}

function figuresOf(tallies: readonly Tally[]): EventFigures {
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  const hours = sum('hours');
  return {
    eventRecall: sum('episodes') === 0 ? null : sum('found') / sum('episodes'),
    falseEventsPerHour: hours === 0 ? null : sum('falseEvents') / hours,
    falseEvents: sum('falseEvents'),
    hours,
    episodes: sum('episodes'),
    events: sum('events'),
  };
}

function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('Give a number above 0.');
  return number;
}
