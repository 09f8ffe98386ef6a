import type { Health } from '../../../services/contract/health.ts';
import type { Measures } from '../../../services/contract/measures.ts';
import { cameraFigures, judgedCamera } from './camera-figures.ts';
import { cameraRow } from './camera-row.ts';
import type { HealthRow } from './health-row.ts';
import { networkRow, processFigures } from './process-figures.ts';
import { processRow } from './process-row.ts';

interface MeasuredParts {
  readonly health: Health;
  /** Null before the first sample: then there are rows without pictures. */
  readonly measures: Measures | null;
  readonly nowMs: number;
}

/** The cameras, each with what it costs. */
export function cameraRows({ health, measures, nowMs }: MeasuredParts): readonly HealthRow[] {
  return health.cameras.map((camera) => {
    const row = cameraRow(camera, nowMs);
    const course = measures?.cameras.find(({ cameraId }) => cameraId === camera.id);
    if (measures === null || course === undefined || camera.state.kind === 'off') return row;
    const { everyMs } = measures;
    return { ...judgedCamera(row, camera, { course, everyMs }), figures: cameraFigures(course) };
  });
}

/** The processes, each with what it costs. */
export function processRows({ health, measures, nowMs }: MeasuredParts): readonly HealthRow[] {
  return health.processes.map((process) => {
    const row = processRow(process, nowMs);
    const course = measures?.processes.find(({ name }) => name === process.name);
    return course === undefined ? row : { ...row, figures: processFigures(course) };
  });
}

/** The networks that ran in the last hour: those that take longest first. */
export function networkRows(measures: Measures | null): readonly HealthRow[] {
  const most = (values: readonly (number | null)[]) => Math.max(0, ...values.map((value) => value ?? 0));
  return (measures?.networks ?? [])
    .toSorted((a, b) => most(b.milliseconds) - most(a.milliseconds))
    .map(networkRow);
}
