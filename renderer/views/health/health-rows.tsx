import { Card } from '../../parts/card.tsx';
import { Prose } from '../../parts/prose.tsx';
import { StateDot } from '../../parts/state-dot.tsx';
import { FigureStrip } from './figure-strip.tsx';
import type { HealthRow } from './health-row.ts';

interface HealthRowsProps {
  readonly rows: readonly HealthRow[];
  readonly none: string;
}

export function HealthRows({ rows, none }: HealthRowsProps) {
  return (
    <Card className="px-5 py-1">
      {rows.length === 0 && <p className="py-4 text-quiet">{none}</p>}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.key} className="py-3.5" data-health={row.key}>
            <div className="flex items-baseline justify-between gap-4">
              <span className="min-w-0 truncate font-semibold" dir="auto" title={row.name}>
                {row.name}
              </span>
              <StateDot mood={row.mood}>{row.state}</StateDot>
            </div>
            {row.details.map((detail) => (
              <p key={detail} className="mt-0.5 text-sm text-quiet tabular-nums wrap-anywhere">
                <Prose text={detail} />
              </p>
            ))}
            {row.figures !== undefined && <FigureStrip figures={row.figures} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
