import { useMutation } from '@tanstack/react-query';
import { CircleOff, Undo2 } from 'lucide-react';
import type { Event } from '../../../services/contract/event.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { useEventTold } from './event-told.ts';

/** “Not a person”: what Lares took for one leaves the lists of people, and can be had back. */
export function MistakeCard({ event }: { readonly event: Event }) {
  const told = useEventTold();
  const say = useMutation(trpc.events.mistaken.mutationOptions({ onSuccess: told }));
  const { label } = event;
  if (label === 'camera_offline') return null;
  const isMistake = label === 'nothing';
  const Icon = isMistake ? Undo2 : CircleOff;
  return (
    <div className="flex flex-col gap-2">
      {say.isError && <Message kind="error">{sentenceOf(say.error)}</Message>}
      {isMistake && <Message kind="info">{words.event.mistaken}</Message>}
      <Button
        kind={isMistake ? 'plain' : 'faint'}
        disabled={say.isPending}
        onClick={() => {
          say.mutate({ eventId: event.id, mistaken: !isMistake });
        }}
      >
        <Icon aria-hidden className="size-5" />
        {isMistake ? words.event.notMistaken : words.event.notA[label]}
      </Button>
    </div>
  );
}
