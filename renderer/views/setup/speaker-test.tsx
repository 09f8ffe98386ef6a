import { useMutation } from '@tanstack/react-query';
import { LoaderCircle, Volume2 } from 'lucide-react';
import { useState } from 'react';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { Prose } from '../../parts/prose.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

/** Lares says a sentence; only who is in the room can tell whether it was heard. */
export function SpeakerTest() {
  const text = words.setup.sound;
  const [heard, setHeard] = useState<boolean | null>(null);
  const play = useMutation(trpc.setup.testSpeaker.mutationOptions());
  const Icon = play.isPending ? LoaderCircle : Volume2;
  return (
    <Card className="flex flex-col gap-4 p-5 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-xl/snug font-semibold">{text.speaker}</h2>
          <p className="mt-1 text-quiet">{text.speakerDetail}</p>
        </div>
        <Button
          kind="soft"
          disabled={play.isPending}
          onClick={() => {
            setHeard(null);
            play.mutate();
          }}
        >
          <Icon aria-hidden className={`size-5 ${play.isPending ? 'motion-safe:animate-turn' : ''}`} />
          {play.isPending ? text.playing : text.play}
        </Button>
      </div>
      {play.isError && <Message kind="error">{sentenceOf(play.error)}</Message>}
      {play.isSuccess && heard === null && <Heard onAnswer={setHeard} />}
      {heard === true && <Message kind="good">{text.good}</Message>}
      {heard === false && (
        <Message kind="warning">
          <Prose text={text.notHeard} />
        </Message>
      )}
    </Card>
  );
}

function Heard({ onAnswer }: { readonly onAnswer: (heard: boolean) => void }) {
  const text = words.setup.sound;
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line pt-4">
      <p role="status" className="mr-auto font-medium">
        {text.heard}
      </p>
      {([true, false] as const).map((heard) => (
        <Button
          key={String(heard)}
          className="min-w-20"
          onClick={() => {
            onAnswer(heard);
          }}
        >
          {heard ? text.yes : text.no}
        </Button>
      ))}
    </div>
  );
}
