import type { VisionSettings } from '../../../services/contract/settings.ts';
import { useDraft } from '../../parts/draft.ts';
import { SliderField } from '../../parts/slider-field.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { words } from '../../words/words.ts';
import { useSaveSettings } from './save-settings.ts';
import { SettingsForm } from './settings-form.tsx';

export function VisionForm({ stored }: { readonly stored: VisionSettings }) {
  const draft = useDraft(stored);
  const saving = useSaveSettings('vision', draft);
  const { value, edit } = draft;
  return (
    <SettingsForm title={words.settings.vision} saving={saving}>
      <SliderField
        label={words.settings.motionSensitivity}
        hint={words.settings.motionSensitivityHint}
        low={words.settings.calmer}
        high={words.settings.keener}
        value={value.motionSensitivity}
        onChange={(motionSensitivity) => {
          edit({ motionSensitivity });
        }}
      />
      <SwitchField
        label={words.settings.recogniseFaces}
        hint={words.settings.recogniseFacesHint}
        checked={value.recogniseFaces}
        onChange={(recogniseFaces) => {
          edit({ recogniseFaces });
        }}
      />
      <SwitchField
        label={words.settings.hardwareDecoding}
        hint={words.settings.hardwareDecodingHint}
        checked={value.hardwareDecoding}
        onChange={(hardwareDecoding) => {
          edit({ hardwareDecoding });
        }}
      />
    </SettingsForm>
  );
}
