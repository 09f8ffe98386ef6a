import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { words } from '../../words/words.ts';
import { useVoiceSettings } from './voice-settings.ts';

/** Where voice is off since the owner switched it off: the way back. Another cause has its own advice. */
export function SwitchVoiceOn() {
  const settings = useVoiceSettings();
  if (settings.value?.enabled !== false) return null;
  return (
    <>
      <Button
        kind="primary"
        onClick={() => {
          settings.change({ enabled: true });
        }}
      >
        {words.voice.switchOn}
      </Button>
      {settings.error !== undefined && <Message kind="error">{settings.error}</Message>}
    </>
  );
}
