import { QuietHours } from '../../../services/contract/settings.ts';
import { fieldErrors } from '../../parts/field-errors.ts';
import { SliderField } from '../../parts/slider-field.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { words } from '../../words/words.ts';

interface QuietFieldsProps {
  readonly value: QuietHours;
  /** Of any of them; which, is found out here. */
  readonly error: string | undefined;
  readonly onChange: (value: QuietHours) => void;
}

/** When Lares is softer, and how soft. */
export function QuietFields({ value, error, onChange }: QuietFieldsProps) {
  const errors = error === undefined ? {} : fieldErrors(QuietHours, value);
  return (
    <div className="flex flex-col gap-4">
      <SwitchField
        label={words.voiceSettings.quietHours}
        hint={words.voiceSettings.quietHoursHint}
        checked={value.enabled}
        onChange={(enabled) => {
          onChange({ ...value, enabled });
        }}
      />
      {value.enabled && (
        <>
          <div className="grid grid-cols-2 gap-4">
            {(['from', 'to'] as const).map((end) => (
              <TextField
                key={end}
                type="time"
                label={words.voiceSettings[end]}
                value={value[end]}
                onChange={(time) => {
                  onChange({ ...value, [end]: time });
                }}
                error={errors[end]}
              />
            ))}
          </div>
          <SliderField
            label={words.voiceSettings.quietVolume}
            hint={words.voiceSettings.onlyWritten}
            low={words.voiceSettings.quieter}
            high={words.voiceSettings.louder}
            value={value.volume / 100}
            onChange={(volume) => {
              onChange({ ...value, volume: Math.round(volume * 100) });
            }}
          />
        </>
      )}
    </div>
  );
}
