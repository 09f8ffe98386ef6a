import { useMutation } from '@tanstack/react-query';
import { Pin, PinOff } from 'lucide-react';
import type { Event } from '../../../services/contract/event.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { words } from '../../words/words.ts';
import { useEventTold } from './event-told.ts';

interface KeepButtonProps {
  readonly event: Event;
  readonly onError: (error: unknown) => void;
}

/** Keeps a visit and its video for good, until it is pressed again. */
export function KeepButton({ event, onError }: KeepButtonProps) {
  const told = useEventTold();
  const keep = useMutation(trpc.events.keep.mutationOptions({ onSuccess: told, onError }));
  const kept = event.kept === true;
  const Icon = kept ? PinOff : Pin;
  return (
    <Button
      kind={kept ? 'soft' : 'plain'}
      aria-pressed={kept}
      title={words.event.keepDetail}
      disabled={keep.isPending}
      onClick={() => {
        keep.mutate({ eventId: event.id, kept: !kept });
      }}
    >
      <Icon aria-hidden className="size-5" />
      {kept ? words.event.kept : words.event.keep}
    </Button>
  );
}
