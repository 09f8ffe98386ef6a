/** The look of everything that can be typed into. The border has 3:1 against its ground, as WCAG 1.4.11 asks. */
export const fieldStyle =
  'block min-h-12 w-full rounded-xl border border-edge bg-card px-3.5 text-base text-ink placeholder:text-quiet ' +
  'aria-invalid:border-bad aria-invalid:bg-bad-soft focus-visible:outline-offset-0';

/** The same for a `<select>`, which stands in a `SelectFrame`. */
export const selectStyle = `${fieldStyle} appearance-none truncate pr-11`;
