import { Message } from '../../parts/message.tsx';
import { SliderField } from '../../parts/slider-field.tsx';
import { roughly } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import type { LiveSensitivity } from './live-sensitivity.ts';

interface SensitivityProps {
  readonly sensitivity: LiveSensitivity;
  /** What the figures beside it are estimated on; 0 when there are none. */
  readonly hoursOfNegatives: number;
}

/** Calmer or keener. What that comes to stands at the phrase, and changes while the slider moves. */
export function Sensitivity({ sensitivity, hoursOfNegatives }: SensitivityProps) {
  return (
    <div className="flex flex-col gap-3">
      <SliderField
        label={words.wake.sensitivity}
        hint={
          hoursOfNegatives > 0
            ? words.wake.measuredOn(roughly(hoursOfNegatives))
            : words.wake.unknownConsequence
        }
        low={words.wake.calmer}
        high={words.wake.keener}
        value={sensitivity.value}
        onChange={sensitivity.move}
        onCommit={sensitivity.letGo}
      />
      {sensitivity.error !== undefined && <Message kind="error">{sensitivity.error}</Message>}
    </div>
  );
}
