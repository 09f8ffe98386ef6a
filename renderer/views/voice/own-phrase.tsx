import { Card } from '../../parts/card.tsx';
import { Section } from '../../parts/section.tsx';
import { words } from '../../words/words.ts';
import { PhraseForm } from './phrase-form.tsx';
import { TrainingNow } from './training-now.tsx';
import { useWake } from './wake-view.ts';

/** A phrase that the family types, and that Lares learns; while it does, how far it is. */
export function OwnPhrase() {
  const { view } = useWake();
  if (view === undefined) return null;
  const { training, phrases } = view;
  return (
    <Section title={words.wake.own.title}>
      <Card className="flex flex-col gap-4 p-4">
        {training.kind !== 'idle' && <TrainingNow training={training} />}
        {training.kind !== 'training' && <PhraseForm known={phrases.map(({ phrase }) => phrase)} />}
      </Card>
    </Section>
  );
}
