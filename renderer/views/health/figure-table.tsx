import { words } from '../../words/words.ts';
import type { Figure } from './figure.ts';

export interface NamedFigures {
  /** Whose they are. */
  readonly of: string;
  readonly figures: readonly Figure[];
}

/** All pictures of the screen in figures, for who would rather read. */
export function FigureTable({ groups }: { readonly groups: readonly NamedFigures[] }) {
  const { columns, table } = words.measures;
  return (
    <details className="rounded-card border border-line bg-card">
      <summary className="min-h-12 cursor-pointer rounded-card px-5 py-3 font-medium">{table}</summary>
      <div className="overflow-x-auto px-5 pb-4" tabIndex={0} role="region" aria-label={table}>
        <table className="w-full min-w-120 text-sm tabular-nums">
          <thead className="text-left text-quiet">
            <tr>
              {[columns.what, columns.now, columns.mean, columns.most].map((column) => (
                <th key={column} scope="col" className="border-b border-line py-2 pr-4 font-semibold">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.flatMap(({ of, figures }) =>
              figures.map(({ key, name, now, mean, most }) => (
                <tr key={`${of} ${key}`} className="border-b border-line last:border-0">
                  <th scope="row" className="max-w-60 truncate py-2 pr-4 text-left font-medium" dir="auto">
                    {of === '' ? name : `${of} · ${name}`}
                  </th>
                  <td className="py-2 pr-4">{now}</td>
                  <td className="py-2 pr-4">{mean}</td>
                  <td className="py-2">{most}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}
