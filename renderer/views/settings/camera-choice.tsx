import { useHealth } from '../../house/health.ts';
import { Field } from '../../parts/field.tsx';
import { selectStyle } from '../../parts/field-style.ts';
import { SelectFrame } from '../../parts/select-frame.tsx';
import type { SettingControlProps } from './setting-control.tsx';
import { wordsOfSetting } from './setting-words.ts';

/** One of the cameras of the house, or none. */
export function CameraChoice({ setting, value, error, onChange }: SettingControlProps) {
  const cameras = useHealth()?.cameras ?? [];
  const { title, sentence, none = '' } = wordsOfSetting(setting);
  return (
    <Field label={title} hint={sentence} error={error}>
      {(control) => (
        <SelectFrame>
          <select
            {...control}
            className={selectStyle}
            value={typeof value === 'string' ? value : ''}
            onChange={({ target }) => {
              onChange(target.value === '' ? null : target.value);
            }}
          >
            <option value="">{none}</option>
            {cameras.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </SelectFrame>
      )}
    </Field>
  );
}
