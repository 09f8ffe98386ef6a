/** One thing that Lares looked for on this machine. */
export interface Finding {
  readonly there: boolean;
  /** Whether Lares can't do its work without it. */
  readonly needed: boolean;
  /** What was looked for, and what was found. */
  readonly what: string;
  /** What waits for it, when it is missing. */
  readonly why?: string;
}

export function there(what: string): Finding {
  return { there: true, needed: false, what };
}

export function missing(what: string, why: string): Finding {
  return { there: false, needed: true, what, why };
}

/** Missing too, but the house runs without it. */
export function absent(what: string, why: string): Finding {
  return { there: false, needed: false, what, why };
}

/** One line for a terminal. */
export function findingLine({ there, needed, what, why }: Finding): string {
  const reason = why === undefined || there ? '' : ` ${why}`;
  return `${there ? '✓' : '✗'} ${what}.${there || needed ? '' : ' Not needed to run.'}${reason}`;
}
