import { Mic } from 'lucide-react';
import { levelShare } from './meter.ts';
import { useMeter } from './meter-news.ts';

interface RecordButtonProps {
  readonly label: string;
  readonly detail: string | null;
  readonly isRecording: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

/** While it records, a ring grows with the voice, so that one sees that the microphone hears. */
export function RecordButton({ label, detail, isRecording, disabled, onPress }: RecordButtonProps) {
  return (
    <div className="flex flex-col items-center gap-2">
      <button
        type="button"
        disabled={disabled}
        aria-disabled={isRecording}
        data-recording={isRecording}
        onClick={() => {
          if (!isRecording) onPress();
        }}
        className="group relative grid size-40 place-items-center rounded-full disabled:text-quiet"
        aria-label={label}
      >
        {isRecording && <LevelRing />}
        <span
          aria-hidden
          className={`relative grid size-30 place-items-center rounded-full transition-colors motion-reduce:transition-none ${isRecording ? 'bg-bad text-card' : disabled ? 'bg-sunken text-quiet' : 'bg-accent text-on-accent group-hover:bg-accent/90'}`}
        >
          <Mic className="size-12" strokeWidth={1.5} />
        </span>
      </button>
      <p role="status" className="text-xl font-semibold wrap-anywhere" dir="auto">
        {label}
      </p>
      <p className="-mt-1 min-h-6 text-quiet">{detail}</p>
    </div>
  );
}

const least = 0.76;

function LevelRing() {
  const { meter } = useMeter();
  const level = meter.reading === null ? 0 : levelShare(meter.reading.levelDb);
  return (
    <span
      aria-hidden
      className="absolute inset-0 rounded-full bg-bad/25 transition-transform duration-100 motion-reduce:transition-none"
      style={{ transform: `scale(${least + (1 - least) * level})` }}
    />
  );
}
