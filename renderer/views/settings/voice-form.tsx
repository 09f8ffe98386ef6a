import type { VoiceSettings } from '../../../services/contract/settings.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { useDraft } from '../../parts/draft.ts';
import { SliderField } from '../../parts/slider-field.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { words } from '../../words/words.ts';
import { useSaveSettings } from './save-settings.ts';
import { SettingsForm } from './settings-form.tsx';

export function VoiceForm({ stored }: { readonly stored: VoiceSettings }) {
  const draft = useDraft(stored);
  const saving = useSaveSettings('voice', draft);
  const { value, edit } = draft;
  return (
    <SettingsForm title={words.settings.voice} saving={saving}>
      <SwitchField
        label={words.settings.voiceEnabled}
        hint={words.settings.voiceEnabledHint}
        checked={value.enabled}
        onChange={(enabled) => {
          edit({ enabled });
        }}
      />
      <TextField
        label={words.settings.wakePhrase}
        hint={words.settings.wakePhraseHint}
        value={value.wakePhrase}
        onChange={(wakePhrase) => {
          edit({ wakePhrase });
        }}
        error={saving.errors['wakePhrase']}
      />
      <SliderField
        label={words.settings.wakeSensitivity}
        hint={words.settings.wakeSensitivityHint}
        low={words.settings.calmer}
        high={words.settings.keener}
        value={value.wakeSensitivity}
        onChange={(wakeSensitivity) => {
          edit({ wakeSensitivity });
        }}
      />
      <SwitchField
        label={words.settings.mayOpen}
        hint={words.settings.mayOpenHint}
        checked={value.mayOpen}
        onChange={(mayOpen) => {
          edit({ mayOpen });
        }}
      />
      <ChoiceField
        label={words.settings.language}
        {...(value.language === 'de' ? { hint: words.settings.germanHint } : {})}
        choices={[
          { value: 'en', label: words.settings.languages.en },
          { value: 'de', label: words.settings.languages.de },
        ]}
        value={value.language}
        onChange={(language) => {
          edit({ language });
        }}
      />
      <SwitchField
        label={words.settings.replyAloud}
        checked={value.replyAloud}
        onChange={(replyAloud) => {
          edit({ replyAloud });
        }}
      />
      {value.replyAloud && (
        <SliderField
          label={words.settings.replyVolume}
          low={words.settings.quieter}
          high={words.settings.louder}
          value={value.replyVolume / 100}
          onChange={(volume) => {
            edit({ replyVolume: Math.round(volume * 100) });
          }}
        />
      )}
    </SettingsForm>
  );
}
