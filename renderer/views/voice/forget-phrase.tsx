import { useMutation } from '@tanstack/react-query';
import { VoiceSettings } from '../../../services/contract/settings.ts';
import { trpc } from '../../hub.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { useTakeUsedPhrase } from './used-phrase.ts';

interface ForgetPhraseProps {
  readonly phrase: string;
  readonly inUse: boolean;
  readonly onEnd: () => void;
}

/** What Lares is called as it comes. */
const firstPhrase = VoiceSettings.parse({}).wakePhrase;

/** Asks, since what was learnt and the recordings can't be had back. */
export function ForgetPhrase({ phrase, inUse, onEnd }: ForgetPhraseProps) {
  const takeUsed = useTakeUsedPhrase();
  const forget = useMutation(
    trpc.voice.forgetWake.mutationOptions({
      onSuccess: async (view) => {
        await takeUsed(view);
        onEnd();
      },
    }),
  );
  return (
    <Confirm
      open
      title={words.wake.forgetTitle(phrase)}
      detail={words.wake.forgetDetail + (inUse ? words.wake.forgetUsed(firstPhrase) : '')}
      action={words.wake.forget}
      busy={forget.isPending}
      error={forget.isError ? sentenceOf(forget.error) : undefined}
      onConfirm={() => {
        forget.mutate({ phrase });
      }}
      onCancel={onEnd}
    />
  );
}
