/** Whether this is the group, as the hub reads a code: in any case, O for 0, I or L for 1. */
export function isSameGroup(typed: string, group: string): boolean {
  const read = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return read === group;
}
