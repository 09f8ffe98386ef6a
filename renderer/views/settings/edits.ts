/** A value that was changed here and is not saved yet, and what was stored when that began. */
export interface Edit {
  readonly value: unknown;
  readonly base: unknown;
}

/** By path in a section. */
export type Edits = Readonly<Record<string, Edit>>;

/** The value at `quietHours.from`; undefined where there is none. */
export function valueAt(tree: unknown, path: string): unknown {
  let value = tree;
  for (const key of path.split('.')) value = isTree(value) ? value[key] : undefined;
  return value;
}

/** The section as it would be saved. */
export function edited(stored: object, edits: Edits): object {
  return Object.entries(edits).reduce(
    (section: object, [path, { value }]) => withValue(section, path.split('.'), value),
    stored,
  );
}

/** One more change. What is as it is stored is no change. */
export function editedAt(stored: object, edits: Edits, [path, value]: readonly [string, unknown]): Edits {
  const { [path]: before, ...others } = edits;
  const now = valueAt(stored, path);
  if (isSame(value, now)) return others;
  return { ...others, [path]: { value, base: before === undefined ? now : before.base } };
}

/** What was changed here and, since then, otherwise somewhere else, with what is stored now. */
export function conflicts(stored: object, edits: Edits): readonly { path: string; theirs: unknown }[] {
  return Object.entries(edits).flatMap(([path, { value, base }]) => {
    const theirs = valueAt(stored, path);
    return isSame(theirs, base) || isSame(theirs, value) ? [] : [{ path, theirs }];
  });
}

/** The change holds against what was stored meanwhile. */
export function keepMine(stored: object, edits: Edits, path: string): Edits {
  const edit = edits[path];
  return edit === undefined ? edits : { ...edits, [path]: { ...edit, base: valueAt(stored, path) } };
}

/** All but those that were saved; what was changed again meanwhile stays. */
export function withoutSaved(edits: Edits, saved: Edits): Edits {
  return Object.fromEntries(
    Object.entries(edits).filter(([path, { value }]) => {
      const sent = saved[path];
      return sent === undefined || !isSame(sent.value, value);
    }),
  );
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withValue(tree: object, [key = '', ...rest]: readonly string[], value: unknown): object {
  const below = isTree(tree) ? tree[key] : undefined;
  const next = rest.length === 0 ? value : withValue(isTree(below) ? below : {}, rest, value);
  return { ...tree, [key]: next };
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
