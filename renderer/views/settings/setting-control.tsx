import { ChoiceField } from '../../parts/choice-field.tsx';
import { SliderField } from '../../parts/slider-field.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { words } from '../../words/words.ts';
import { AmountField } from './amount-field.tsx';
import type { NumberShape, Setting } from './setting.ts';
import { wordsOfSetting } from './setting-words.ts';
import { specialFields } from './special-fields.tsx';
import { nearestStop, stopsOf } from './stops.ts';

export interface SettingControlProps {
  readonly setting: Setting;
  readonly value: unknown;
  /** Differs from what is stored. */
  readonly isEdited: boolean;
  readonly error: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** The field that a setting's schema asks for, or the one that was made for it by hand. */
export function SettingControl(props: SettingControlProps) {
  const { setting, value, error, onChange } = props;
  const { title, sentence, choices } = wordsOfSetting(setting);
  const { shape } = setting;
  const Special = specialFields[setting.name];
  if (Special !== undefined) return <Special {...props} />;
  switch (shape.kind) {
    case 'switch':
      return <SwitchField label={title} hint={sentence} checked={value === true} onChange={onChange} />;
    case 'choice':
      return (
        <ChoiceField
          label={title}
          hint={sentence}
          value={String(value)}
          choices={shape.choices.map((choice) => ({ value: choice, label: choices?.[choice] ?? choice }))}
          onChange={onChange}
        />
      );
    case 'number':
      return <NumberControl {...props} shape={shape} />;
    case 'text':
    case 'time':
      return (
        <TextField
          type={shape.kind === 'time' ? 'time' : 'text'}
          label={title}
          hint={sentence}
          error={error}
          value={String(value)}
          onChange={onChange}
        />
      );
    case 'special':
      return null;
  }
}

function NumberControl({ shape, ...props }: SettingControlProps & { readonly shape: NumberShape }) {
  const { setting, value, error, onChange } = props;
  const { title, sentence, low = '', high = '', none = '' } = wordsOfSetting(setting);
  const scale = shape.unit === 'percent' ? 100 : 1;
  if (shape.unit === 'sensitivity' || shape.unit === 'percent')
    return (
      <SliderField
        {...{ label: title, hint: sentence, low, high }}
        value={(typeof value === 'number' ? value : shape.least) / scale}
        onChange={(share) => {
          onChange(scale === 1 ? share : Math.round(share * scale));
        }}
      />
    );
  if (!shape.mayBeNone)
    return <AmountField {...{ label: title, hint: sentence, shape, value, error, onChange }} />;
  const stops = stopsOf(shape);
  return (
    <div className="flex flex-col gap-3">
      <ChoiceField
        label={title}
        {...(value === null ? { hint: sentence } : {})}
        value={value === null ? 'none' : 'own'}
        choices={[
          { value: 'none', label: none },
          { value: 'own', label: words.settings.chosen },
        ]}
        onChange={(choice) => {
          onChange(choice === 'none' ? null : stops[nearestStop(stops, usualStart)]);
        }}
      />
      {value !== null && (
        <AmountField {...{ label: words.settings.chosen, hint: sentence, shape, value, error, onChange }} />
      )}
    </div>
  );
}

/** Where an amount begins that was left to Lares. */
const usualStart = 100;
