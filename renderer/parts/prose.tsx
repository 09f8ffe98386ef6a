/** A sentence of the hub; what stands in `backquotes` is something to type, and looks like it. */
export function Prose({ text }: { readonly text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // The parts of one sentence never change their order.
      <code key={`${index}${part}`} className="rounded-md bg-ink/8 px-1.5 py-0.5 text-[0.9em]">
        {part}
      </code>
    ),
  );
}
