export type ButtonKind = 'primary' | 'plain' | 'soft' | 'quiet' | 'faint' | 'danger' | 'quiet-danger';

const shared =
  'inline-flex min-h-12 shrink-0 items-center justify-center gap-2 rounded-xl px-4 text-base font-medium whitespace-nowrap ' +
  'transition-colors select-none motion-reduce:transition-none';

const kinds: Readonly<Record<ButtonKind, string>> = {
  primary: 'bg-accent text-on-accent hover:not-disabled:bg-accent/90 disabled:bg-sunken disabled:text-quiet',
  plain: 'border border-line bg-card text-ink hover:not-disabled:bg-sunken disabled:text-quiet',
  soft: 'bg-accent-soft text-accent hover:not-disabled:bg-accent-soft/75 disabled:text-quiet',
  quiet: 'text-accent hover:not-disabled:bg-accent-soft disabled:text-quiet',
  faint: 'text-quiet hover:not-disabled:bg-sunken hover:not-disabled:text-ink',
  danger: 'border border-bad/40 bg-bad-soft text-bad hover:not-disabled:border-bad disabled:text-quiet',
  'quiet-danger': 'text-bad hover:not-disabled:bg-bad-soft disabled:text-quiet',
};

/** The classes of a button, for `<button>` and for links that look like one. */
export function buttonStyle(kind: ButtonKind, more = ''): string {
  return `${shared} ${kinds[kind]} ${more}`;
}
