/** How the disk is that video goes to. Bytes are those that this user may still write, and of the whole disk. */
export type DiskState =
  | { readonly kind: 'well'; readonly freeBytes: number; readonly totalBytes: number }
  | { readonly kind: 'full'; readonly freeBytes: number; readonly totalBytes: number }
  /** The folder is gone, or another disk is where it was. */
  | { readonly kind: 'vanished' }
  | { readonly kind: 'read_only' }
  | { readonly kind: 'slow' }
  /** It answers with errors. */
  | { readonly kind: 'failing' };
