import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import { trpc } from '../../hub.ts';
import { Message } from '../../parts/message.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words, type Language } from '../../words/words.ts';
import { StepFrame } from './step-frame.tsx';

const languages = ['en', 'de'] as const;

/** The language of the page and of the voice, chosen by a tap and seen at once. */
export function LanguageStep() {
  const text = words.setup.language;
  const id = useId();
  const { chosen, choose, error } = useHouseLanguage();
  return (
    <StepFrame step="language" title={text.title} detail={text.detail} done={false} byWord>
      <div>
        <p id={id} className="mb-3 text-lg font-semibold">
          {text.choose}
        </p>
        <RadioGroup.Root
          aria-labelledby={id}
          value={chosen}
          onValueChange={(next) => {
            choose(next === 'de' ? 'de' : 'en');
          }}
          className="grid max-w-2xl grid-cols-2 gap-4"
        >
          {languages.map((language) => (
            <RadioGroup.Item
              key={language}
              value={language}
              lang={language}
              className="flex min-h-20 items-center justify-between gap-3 rounded-card border-2 border-line bg-card px-5 text-left text-xl font-semibold hover:border-edge data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent sm:min-h-24"
            >
              {text.names[language]}
              <RadioGroup.Indicator>
                <Check aria-hidden className="size-6" />
              </RadioGroup.Indicator>
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
        <p className="mt-3 text-quiet">{text.hint}</p>
      </div>
      {chosen === 'de' && <Message kind="info">{words.voiceSettings.germanHint}</Message>}
      {error !== undefined && <Message kind="error">{error}</Message>}
    </StepFrame>
  );
}

interface HouseLanguage {
  readonly chosen: Language;
  readonly choose: (language: Language) => void;
  readonly error: string | undefined;
}

function useHouseLanguage(): HouseLanguage {
  const queries = useQueryClient();
  const settings = useQuery(trpc.settings.get.queryOptions()).data;
  const update = useMutation(
    trpc.settings.update.mutationOptions({
      onSuccess: (stored) => {
        queries.setQueryData(trpc.settings.get.queryKey(), stored);
      },
    }),
  );
  return {
    chosen: words.language === 'de' ? 'de' : 'en',
    choose: (language) => {
      if (settings === undefined) return;
      const { kiosk, voice } = settings;
      update.mutate({ kiosk: { ...kiosk, language }, voice: { ...voice, language } });
    },
    error: update.isError ? sentenceOf(update.error) : undefined,
  };
}
