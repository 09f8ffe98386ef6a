import { Slider } from 'radix-ui';

interface SliderTrackProps {
  /** Of the element that names it. */
  readonly labelledBy: string;
  readonly value: number;
  readonly most: number;
  readonly least?: number;
  readonly step?: number;
  /** The value in words. */
  readonly text: string;
  readonly onChange: (value: number) => void;
  /** Once it was let go. */
  readonly onCommit?: ((value: number) => void) | undefined;
}

/** A line with a thumb that a finger can hold. */
export function SliderTrack(props: SliderTrackProps) {
  const { labelledBy, value, most, least = 0, step = 1, text, onChange, onCommit } = props;
  return (
    <Slider.Root
      value={[value]}
      min={least}
      max={most}
      step={step}
      onValueChange={([next = least]) => {
        onChange(next);
      }}
      onValueCommit={([next = least]) => {
        onCommit?.(next);
      }}
      className="relative flex h-12 touch-none items-center select-none"
    >
      <Slider.Track className="relative h-2 grow overflow-hidden rounded-full bg-line">
        <Slider.Range className="absolute h-full bg-accent" />
      </Slider.Track>
      <Slider.Thumb
        aria-labelledby={labelledBy}
        aria-valuetext={text}
        className="block size-7 rounded-full border-2 border-accent bg-card shadow-sm before:absolute before:-inset-2.5"
      />
    </Slider.Root>
  );
}
