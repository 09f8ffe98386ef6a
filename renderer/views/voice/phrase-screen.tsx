import { useHealth } from '../../house/health.ts';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Section } from '../../parts/section.tsx';
import { words } from '../../words/words.ts';
import { Learn } from './learn.tsx';
import { PhraseFigures } from './phrase-figures.tsx';
import { Recorder } from './recorder.tsx';
import { TakeList } from './take-list.tsx';
import { useWake } from './wake-view.ts';

/** One phrase: the household records calls, and Lares learns from them. */
export function PhraseScreen({ phrase }: { readonly phrase: string }) {
  const { view, error } = useWake();
  const voice = useHealth()?.voice;
  const report = view?.phrases.find((each) => each.phrase === phrase);
  const samples = view?.samples.filter((sample) => sample.phrase === phrase) ?? [];
  const calls = samples.filter(({ kind }) => kind === 'call');
  return (
    <Screen
      title={words.wake.screen.title(phrase)}
      detail={words.wake.screen.detail}
      back={{ screen: 'voice' }}
    >
      {error !== undefined && <Message kind="error">{error}</Message>}
      {view && report === undefined && <Message kind="info">{words.wake.screen.gone}</Message>}
      {view && report && voice && (
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2 lg:grid-rows-[auto_1fr] xl:grid-cols-3">
          <Section title={words.wake.screen.recording} className="lg:row-span-2">
            <Card className="flex flex-col gap-5 p-5">
              <Recorder phrase={phrase} calls={calls} voice={voice} />
              <div className="border-t border-line pt-5">
                <Learn report={report} samples={samples} training={view.training} />
              </div>
            </Card>
          </Section>
          <PhraseFigures report={report} />
          <TakeList
            calls={calls}
            notCalls={samples.filter(({ kind }) => kind === 'not_call')}
            report={report}
          />
        </div>
      )}
    </Screen>
  );
}
