import { useState } from 'react';

export interface Draft<T> {
  readonly value: T;
  /** Something differs from what is stored. */
  readonly changed: boolean;
  readonly edit: (change: Partial<T>) => void;
  readonly reset: () => void;
}

/**
 * What the owner typed over what is stored. Only the edits are kept, so that news from the hub never overwrite them and
 * a restart of the hub loses nothing.
 */
export function useDraft<T extends object>(stored: T): Draft<T> {
  const [edits, setEdits] = useState<Partial<T>>({});
  const value = { ...stored, ...edits };
  return {
    value,
    changed: JSON.stringify(value) !== JSON.stringify(stored),
    edit: (change) => {
      setEdits((before) => ({ ...before, ...change }));
    },
    reset: () => {
      setEdits({});
    },
  };
}
