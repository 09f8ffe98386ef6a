import type { Forecast } from '../../../services/contract/retention.ts';
import { bytes } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';

interface DiskBarProps {
  readonly disk: NonNullable<Forecast['disk']>;
  readonly heldBytes: number;
}

/** The whole disk as a line: video, other things, what is free for more video, and what stays free. */
export function DiskBar({ disk, heldBytes }: DiskBarProps) {
  const text = words.memory.forecast;
  const { freeBytes, totalBytes, reserveBytes } = disk;
  const held = Math.min(heldBytes, totalBytes - freeBytes);
  const reserve = Math.min(reserveBytes, freeBytes);
  const parts = [
    { label: text.held, amount: held, style: 'bg-accent' },
    { label: text.other, amount: totalBytes - freeBytes - held, style: 'bg-edge' },
    { label: text.free, amount: freeBytes - reserve, style: 'bg-accent-soft' },
    { label: text.reserve, amount: reserve, style: 'bg-line' },
  ];
  return (
    <div>
      <div
        role="img"
        aria-label={text.bar(bytes(held), bytes(freeBytes - reserve), bytes(reserve))}
        className="flex h-7 gap-0.5 overflow-hidden rounded-lg"
      >
        {parts.map(({ label, amount, style }) => (
          <div key={label} className={style} style={{ flexGrow: amount, flexBasis: amount > 0 ? 3 : 0 }} />
        ))}
      </div>
      <ul className="mt-2.5 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {parts.map(({ label, amount, style }) => (
          <li key={label} className="flex items-center gap-2">
            <span aria-hidden className={`size-3 rounded-sm border border-edge ${style}`} />
            {label} <span className="text-quiet tabular-nums">{bytes(amount)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
