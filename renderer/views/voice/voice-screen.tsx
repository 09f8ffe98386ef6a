import { useQuery } from '@tanstack/react-query';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { HeardList } from './heard-list.tsx';
import { KeptRecordings } from './kept-recordings.tsx';
import { NowCard } from './now-card.tsx';
import { OwnPhrase } from './own-phrase.tsx';
import { VoiceForm } from './voice-form.tsx';
import { WakePhrases } from './wake-phrases.tsx';

/** All about the voice: what it does, what it is called by, what it heard, and how it answers. */
export function VoiceScreen() {
  const health = useHealth();
  const settings = useQuery(trpc.settings.get.queryOptions());
  if (health === undefined) return null;
  const stored = settings.data?.voice;
  return (
    <Screen title={words.voice.title} detail={words.voice.detail}>
      {settings.isError && <Message kind="error">{sentenceOf(settings.error)}</Message>}
      {stored && (
        <div className="flex flex-col gap-6">
          <NowCard state={health.voice} wakePhrase={stored.wakePhrase} />
          <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2 xl:grid-cols-3">
            <div className="flex min-w-0 flex-col gap-6">
              <WakePhrases inUse={stored.wakePhrase} />
              <OwnPhrase />
            </div>
            <div className="flex min-w-0 flex-col gap-6">
              <HeardList />
              <KeptRecordings />
            </div>
            <div className="min-w-0 lg:col-span-2 xl:col-span-1">
              <VoiceForm stored={stored} />
            </div>
          </div>
        </div>
      )}
    </Screen>
  );
}
