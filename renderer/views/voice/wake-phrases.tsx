import { useMutation } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { useSensitivity } from './live-sensitivity.ts';
import { PhraseCard } from './phrase-card.tsx';
import { Sensitivity } from './sensitivity.tsx';
import { useTakeUsedPhrase } from './used-phrase.ts';
import { useWake } from './wake-view.ts';

/** The phrases that Lares knows, the one in use first, and how readily it wakes. */
export function WakePhrases({ inUse }: { readonly inUse: string }) {
  const { view, error } = useWake();
  const sensitivity = useSensitivity();
  const takeUsed = useTakeUsedPhrase();
  const [former, setFormer] = useState<string | null>(null);
  const use = useMutation(trpc.voice.useWake.mutationOptions({ onSuccess: takeUsed }));
  const used = view?.phrases.filter(({ phrase }) => phrase === inUse) ?? [];
  const others = view?.phrases.filter(({ phrase }) => phrase !== inUse) ?? [];
  const change = (phrase: string, before: string | null) => {
    use.mutate(
      { phrase },
      {
        onSuccess: () => {
          setFormer(before);
        },
      },
    );
  };
  return (
    <Section title={words.wake.title}>
      <div className="flex flex-col gap-3">
        {error !== undefined && <Message kind="error">{error}</Message>}
        {view && used.length === 0 && (
          <Card className="flex flex-col gap-4 p-4">
            <p className="text-quiet">
              <span className="font-medium text-ink">{words.wake.notTold(inUse)}</span>{' '}
              {words.wake.notToldDetail}
            </p>
            <Sensitivity sensitivity={sensitivity} hoursOfNegatives={0} />
          </Card>
        )}
        <ul className="flex flex-col gap-3">
          {[...used, ...others].map((report) => (
            <li key={report.phrase}>
              <PhraseCard
                report={report}
                inUse={report.phrase === inUse}
                sensitivity={sensitivity}
                busy={use.isPending}
                error={
                  use.isError && use.variables.phrase === report.phrase ? sentenceOf(use.error) : undefined
                }
                onUse={() => {
                  change(report.phrase, inUse);
                }}
              />
              {report.phrase === inUse && former !== null && former !== inUse && (
                <div className="mt-3">
                  <Message
                    kind="good"
                    action={
                      <Button
                        kind="quiet"
                        className="-my-2"
                        disabled={use.isPending}
                        onClick={() => {
                          change(former, null);
                        }}
                      >
                        <Undo2 aria-hidden className="size-5" />
                        {words.wake.undo}
                      </Button>
                    }
                  >
                    {words.wake.used(inUse)}
                  </Message>
                </div>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
