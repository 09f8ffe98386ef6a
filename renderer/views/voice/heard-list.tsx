import { useQuery } from '@tanstack/react-query';
import { MessageCircle } from 'lucide-react';
import { useState } from 'react';
import type { TranscriptEntry } from '../../../services/contract/voice.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { HeardRow } from './heard-row.tsx';
import { WrongDialog } from './wrong-dialog.tsx';

const atFirst = 5;
const atOnce = 20;

/** What was heard lately and what came of it; a mistake can be told. */
export function HeardList() {
  const transcript = useQuery(trpc.voice.transcript.queryOptions());
  const [shown, setShown] = useState(atFirst);
  const [wrong, setWrong] = useState<TranscriptEntry | null>(null);
  const entries = transcript.data ?? [];
  return (
    <Section title={words.heard.title}>
      {transcript.isError && <Message kind="error">{sentenceOf(transcript.error)}</Message>}
      {transcript.data?.length === 0 && (
        <EmptyState icon={MessageCircle} title={words.heard.empty} detail={words.heard.emptyDetail} />
      )}
      {entries.length > 0 && (
        <Card>
          <ul className="divide-y divide-line">
            {entries.slice(0, shown).map((entry) => (
              <li key={entry.id}>
                <HeardRow
                  entry={entry}
                  onWrong={() => {
                    setWrong(entry);
                  }}
                />
              </li>
            ))}
          </ul>
          {entries.length > shown && (
            <Button
              kind="quiet"
              className="w-full"
              onClick={() => {
                setShown(shown + atOnce);
              }}
            >
              {words.heard.more}
            </Button>
          )}
        </Card>
      )}
      {wrong !== null && (
        <WrongDialog
          entry={wrong}
          onEnd={() => {
            setWrong(null);
          }}
        />
      )}
    </Section>
  );
}
