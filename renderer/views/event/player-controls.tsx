import {
  Maximize,
  Pause,
  Play,
  RotateCcw,
  RotateCw,
  StepBack,
  StepForward,
  type LucideIcon,
} from 'lucide-react';
import { selectStyle } from '../../parts/field-style.ts';
import { SelectFrame } from '../../parts/select-frame.tsx';
import { speed as speedText } from '../../words/numbers.ts';
import { playTime } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { type PlayerDeed, speeds } from './player-keys.ts';

interface PlayerControlsProps {
  readonly isPaused: boolean;
  readonly atS: number;
  readonly durationS: number;
  readonly speed: number;
  readonly onDeed: (deed: PlayerDeed) => void;
  readonly onSpeed: (speed: number) => void;
}

/** Beneath the film: play, ten seconds, single pictures, speed, the whole screen. */
export function PlayerControls({ isPaused, atS, durationS, speed, onDeed, onSpeed }: PlayerControlsProps) {
  const { player } = words.event;
  const button = (of: { label: string; icon: LucideIcon; keys: string }, deed: PlayerDeed) => (
    <button
      type="button"
      aria-label={of.label}
      title={of.label}
      aria-keyshortcuts={of.keys}
      onClick={() => {
        onDeed(deed);
      }}
      className="grid size-12 shrink-0 place-items-center rounded-xl text-ink hover:bg-sunken"
    >
      <of.icon aria-hidden className="size-6" strokeWidth={1.75} />
    </button>
  );
  const play = isPaused ? { label: player.play, icon: Play } : { label: player.pause, icon: Pause };
  return (
    <div className="flex flex-wrap items-center gap-x-0.5 px-1.5 py-1">
      <span className="flex">
        {button({ ...play, keys: 'Space' }, { kind: 'toggle' })}
        {button({ label: player.back, icon: RotateCcw, keys: 'ArrowLeft' }, { kind: 'skip', byS: -10 })}
        {button({ label: player.stepBack, icon: StepBack, keys: ',' }, { kind: 'step', by: -1 })}
        {button({ label: player.step, icon: StepForward, keys: '.' }, { kind: 'step', by: 1 })}
        {button({ label: player.forward, icon: RotateCw, keys: 'ArrowRight' }, { kind: 'skip', byS: 10 })}
      </span>
      <span className="flex flex-1 items-center justify-end gap-1">
        <span className="flex-1 px-2.5 text-sm whitespace-nowrap tabular-nums" data-time>
          {playTime(atS)} <span className="text-quiet">/ {playTime(durationS)}</span>
        </span>
        <SelectFrame className="w-24">
          <select
            aria-label={player.speed}
            className={selectStyle}
            value={speed}
            onChange={(change) => {
              onSpeed(Number(change.target.value));
            }}
          >
            {speeds.map((each) => (
              <option key={each} value={each}>
                {speedText(each)}
              </option>
            ))}
          </select>
        </SelectFrame>
        {button({ label: player.fullScreen, icon: Maximize, keys: 'f' }, { kind: 'full_screen' })}
      </span>
    </div>
  );
}
