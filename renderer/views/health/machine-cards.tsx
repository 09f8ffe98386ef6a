import type { Measures } from '../../../services/contract/measures.ts';
import { Card } from '../../parts/card.tsx';
import { StateDot } from '../../parts/state-dot.tsx';
import { DiskCard } from './disk-card.tsx';
import { hourSlots } from './hour-slots.ts';
import { type JudgedFigure, machineFigures } from './machine-figures.ts';
import { Sparkline } from './sparkline.tsx';

/** The machine at a glance: each card says in words whether it is well. */
export function MachineCards({ measures }: { readonly measures: Measures }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] gap-4">
      {machineFigures(measures).map((figure) => (
        <li key={figure.key} data-figure={figure.key}>
          <MachineCard figure={figure} />
        </li>
      ))}
      <li data-figure="disk">
        <DiskCard />
      </li>
    </ul>
  );
}

function MachineCard({ figure }: { readonly figure: JudgedFigure }) {
  return (
    <Card className="flex h-full flex-col p-5">
      <p className="text-sm font-semibold text-quiet">{figure.name}</p>
      <p className="mt-1 text-xl font-semibold tabular-nums">{figure.now}</p>
      <Sparkline figure={figure} slots={hourSlots} className="my-4 h-14 w-full" />
      <p className="mt-auto text-sm">
        <StateDot mood={figure.mood}>{figure.verdict}</StateDot>
      </p>
    </Card>
  );
}
