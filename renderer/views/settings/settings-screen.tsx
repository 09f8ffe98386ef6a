import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../hub.ts';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { AppearanceSettings } from './appearance-settings.tsx';
import { MqttForm } from './mqtt-form.tsx';
import { VisionForm } from './vision-form.tsx';
import { VoiceLink } from './voice-link.tsx';

/** What the owner can set, each part saved by itself. */
export function SettingsScreen() {
  const settings = useQuery(trpc.settings.get.queryOptions());
  return (
    <Screen title={words.settings.title} width="narrow">
      {settings.isError && <Message kind="error">{sentenceOf(settings.error)}</Message>}
      {settings.data && (
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
          <div className="grid grid-cols-1 gap-6">
            <VoiceLink stored={settings.data.voice} />
            <AppearanceSettings stored={settings.data.kiosk} />
          </div>
          <div className="grid grid-cols-1 gap-6">
            <VisionForm stored={settings.data.vision} />
            <MqttForm stored={settings.data.mqtt} />
          </div>
        </div>
      )}
    </Screen>
  );
}
