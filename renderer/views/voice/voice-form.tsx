import type { VoiceSettings } from '../../../services/contract/settings.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { useDraft } from '../../parts/draft.ts';
import { SliderField } from '../../parts/slider-field.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { words } from '../../words/words.ts';
import { useSaveSettings } from '../settings/save-settings.ts';
import { SettingsForm } from '../settings/settings-form.tsx';
import { QuietFields } from './quiet-fields.tsx';

/** How Lares listens and answers; what it is called by and how readily it wakes are chosen beside it. */
export function VoiceForm({ stored }: { readonly stored: VoiceSettings }) {
  const draft = useDraft(stored);
  const saving = useSaveSettings('voice', draft);
  const { value, edit } = draft;
  return (
    <SettingsForm title={words.voiceSettings.title} saving={saving}>
      <div className="grid grid-cols-1 gap-x-10 gap-y-5 lg:grid-cols-2 xl:grid-cols-1">
        <div className="flex flex-col gap-5">
          <SwitchField
            label={words.voiceSettings.enabled}
            hint={words.voiceSettings.enabledHint}
            checked={value.enabled}
            onChange={(enabled) => {
              edit({ enabled });
            }}
          />
          <SwitchField
            label={words.voiceSettings.chime}
            checked={value.chime}
            onChange={(chime) => {
              edit({ chime });
            }}
          />
          <SwitchField
            label={words.voiceSettings.replyAloud}
            hint={words.voiceSettings.replyAloudHint}
            checked={value.replyAloud}
            onChange={(replyAloud) => {
              edit({ replyAloud });
            }}
          />
          {(value.replyAloud || value.chime) && (
            <SliderField
              label={words.voiceSettings.volume}
              low={words.voiceSettings.quieter}
              high={words.voiceSettings.louder}
              value={value.replyVolume / 100}
              onChange={(volume) => {
                edit({ replyVolume: Math.round(volume * 100) });
              }}
            />
          )}
        </div>
        <div className="flex flex-col gap-5">
          <QuietFields
            value={value.quietHours}
            error={saving.errors['quietHours']}
            onChange={(quietHours) => {
              edit({ quietHours });
            }}
          />
          <ChoiceField
            label={words.voiceSettings.language}
            {...(value.language === 'de' ? { hint: words.voiceSettings.germanHint } : {})}
            choices={[
              { value: 'en', label: words.voiceSettings.languages.en },
              { value: 'de', label: words.voiceSettings.languages.de },
            ]}
            value={value.language}
            onChange={(language) => {
              edit({ language });
            }}
          />
          <SwitchField
            label={words.voiceSettings.mayOpen}
            hint={words.voiceSettings.mayOpenHint}
            checked={value.mayOpen}
            onChange={(mayOpen) => {
              edit({ mayOpen });
            }}
          />
          <p className="text-sm text-quiet">{words.voiceSettings.engines[value.engine]}</p>
        </div>
      </div>
    </SettingsForm>
  );
}
