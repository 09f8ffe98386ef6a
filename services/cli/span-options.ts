import { type Command, InvalidArgumentError } from 'commander';
import { CameraId } from '../contract/identifiers.ts';
import { MemorySpan } from '../contract/memory.ts';
import { Trouble } from '../contract/trouble.ts';

/** What `spanOf` reads. */
export interface SpanOptions {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly camera?: CameraId;
}

export function withSpanOptions(command: Command): Command {
  return command
    .requiredOption(
      '--from <time>',
      'its beginning: "2026-11-20", "2026-11-20 08:00", or with a zone as RFC 3339',
      timeOf,
    )
    .requiredOption('--to <time>', 'its end, which is not in it', timeOf)
    .option('--camera <id>', 'of this camera only', cameraOf);
}

/** Throws Trouble `bad_input` when it ends before it begins. */
export function spanOf({ from, to, camera }: SpanOptions): MemorySpan {
  const span = { fromMs: from, toMs: to, ...(camera === undefined ? {} : { cameraId: camera }) };
  if (MemorySpan.safeParse(span).success) return span;
  throw new Trouble('bad_input', {
    what: 'This span of time ends before it begins.',
    advice: 'Give a --to that is later than --from.',
  });
}

/** What has no zone is meant as the clock of this machine shows it. */
export function timeOf(text: string): number {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(
    text.trim(),
  );
  const [, day = '', clock = '00:00', zone = ''] = match ?? [];
  const ms = new Date(`${day}T${clock}${zone}`).getTime();
  if (Number.isFinite(ms)) return ms;
  throw new InvalidArgumentError('Give a time like "2026-11-20 08:00".');
}

export function cameraOf(text: string): CameraId {
  const id = CameraId.safeParse(text);
  if (id.success) return id.data;
  throw new InvalidArgumentError('Give the id of a camera, like front_door.');
}
