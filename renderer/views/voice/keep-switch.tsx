import { Message } from '../../parts/message.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { words } from '../../words/words.ts';
import { useVoiceSettings } from './voice-settings.ts';

interface KeepSwitchProps {
  /** A mistake is being told: then what becomes of its sound is said, too. */
  readonly isTelling?: boolean;
}

/** Whether recordings of what was wrong are kept; off unless the owner wants it. Saved at once. */
export function KeepSwitch({ isTelling = false }: KeepSwitchProps) {
  const settings = useVoiceSettings();
  if (settings.value === undefined) return null;
  return (
    <div className="flex flex-col gap-2">
      <SwitchField
        label={words.heard.keep}
        hint={words.heard.keepDetail}
        checked={settings.value.keepRecordings}
        onChange={(keepRecordings) => {
          settings.change({ keepRecordings });
        }}
      />
      {isTelling && (
        <p role="status" className="text-sm font-medium">
          {settings.value.keepRecordings ? words.heard.willKeep : words.heard.willNotKeep}
        </p>
      )}
      {settings.error !== undefined && <Message kind="error">{settings.error}</Message>}
    </div>
  );
}
