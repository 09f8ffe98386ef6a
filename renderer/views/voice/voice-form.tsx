import type { VoiceSettings } from '../../../services/contract/settings.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { useDraft } from '../../parts/draft.ts';
import { SliderField } from '../../parts/slider-field.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { words } from '../../words/words.ts';
import { useSaveSettings } from '../settings/save-settings.ts';
import { SettingsForm } from '../settings/settings-form.tsx';
import { QuietFields } from './quiet-fields.tsx';

const texts = words.voiceSettings;

/** How Lares listens and answers; what it is called by and how readily it wakes are chosen beside it. */
export function VoiceForm({ stored }: { readonly stored: VoiceSettings }) {
  const draft = useDraft(stored);
  const saving = useSaveSettings('voice', draft);
  const { value, edit } = draft;
  return (
    <SettingsForm title={texts.title} saving={saving}>
      <div className="grid grid-cols-1 gap-x-10 gap-y-5 lg:grid-cols-2 xl:grid-cols-1">
        <div className="flex flex-col gap-5">
          <SwitchField
            label={texts.enabled}
            hint={texts.enabledHint}
            checked={value.enabled}
            onChange={(enabled) => {
              edit({ enabled });
            }}
          />
          <SwitchField
            label={texts.chime}
            checked={value.chime}
            onChange={(chime) => {
              edit({ chime });
            }}
          />
          <SwitchField
            label={texts.replyAloud}
            hint={texts.replyAloudHint}
            checked={value.replyAloud}
            onChange={(replyAloud) => {
              edit({ replyAloud });
            }}
          />
          {(value.replyAloud || value.chime) && (
            <SliderField
              label={texts.volume}
              low={texts.quieter}
              high={texts.louder}
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
            label={texts.language}
            {...(value.language === 'de' ? { hint: texts.germanHint } : {})}
            choices={[
              { value: 'en', label: texts.languages.en },
              { value: 'de', label: texts.languages.de },
            ]}
            value={value.language}
            onChange={(language) => {
              edit({ language });
            }}
          />
          <SwitchField
            label={texts.mayOpen}
            hint={texts.mayOpenHint}
            checked={value.mayOpen}
            onChange={(mayOpen) => {
              edit({ mayOpen });
            }}
          />
          <p className="text-sm text-quiet">{texts.engines[value.engine]}</p>
        </div>
      </div>
    </SettingsForm>
  );
}
