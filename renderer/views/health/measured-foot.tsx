import type { Measures } from '../../../services/contract/measures.ts';
import { count } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import { FigureTable } from './figure-table.tsx';
import type { HealthRow } from './health-row.ts';
import { machineFigures } from './machine-figures.ts';

interface MeasuredFootProps {
  readonly measures: Measures;
  readonly rows: readonly HealthRow[];
}

/** What was lost on the way, and all pictures once more as a table. */
export function MeasuredFoot({ measures, rows }: MeasuredFootProps) {
  const { toHub, toPages } = measures.lost;
  const lost =
    toHub + toPages === 0 ? words.measures.lostNone : words.measures.lostSome(count(toHub), count(toPages));
  const groups = [
    { of: '', figures: machineFigures(measures) },
    ...rows.map(({ name, figures = [] }) => ({ of: name, figures })),
  ];
  return (
    <div className="mt-6 flex flex-col gap-4">
      <p className="text-quiet">{lost}</p>
      <FigureTable groups={groups} />
    </div>
  );
}
