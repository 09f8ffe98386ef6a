import type { Figure } from './figure.ts';
import { Sparkline } from './sparkline.tsx';
import { hourSlots } from './hour-slots.ts';

/** The figures of one row, small and side by side. */
export function FigureStrip({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <ul className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-x-5 gap-y-3">
      {figures.map((figure) => (
        <li key={figure.key} data-figure={figure.key}>
          <Sparkline figure={figure} slots={hourSlots} className="h-8 w-full" />
          <p className="mt-1.5 text-sm leading-tight text-quiet">
            {figure.name}
            <span
              className={`block tabular-nums ${figure.mood === 'warn' ? 'font-medium text-warn' : 'text-ink'}`}
            >
              {figure.now}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
