export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Whether pictures come. `still`: the socket is there or tries again, but the last picture is old. */
export type Flow =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'flowing'; readonly size: PictureSize }
  | { readonly kind: 'still' };
