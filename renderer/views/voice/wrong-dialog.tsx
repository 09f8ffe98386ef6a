import { useMutation } from '@tanstack/react-query';
import { RadioGroup } from 'radix-ui';
import { useState } from 'react';
import type { TranscriptEntry, Verdict } from '../../../services/contract/voice.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Modal } from '../../parts/modal.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { useTakeEntry } from './heard-answer.ts';
import { KeepSwitch } from './keep-switch.tsx';

const ways = ['misheard', 'not_called'] as const;

interface WrongDialogProps {
  readonly entry: TranscriptEntry;
  readonly onEnd: () => void;
}

/** What was wrong: nobody called, or something else was said. */
export function WrongDialog({ entry, onEnd }: WrongDialogProps) {
  const [how, setHow] = useState<Verdict['how']>(entry.heard === '' ? 'not_called' : 'misheard');
  const [meant, setMeant] = useState('');
  const takeEntry = useTakeEntry();
  const tell = useMutation(
    trpc.voice.thatWasWrong.mutationOptions({
      onSuccess: async (judged) => {
        await takeEntry(judged);
        onEnd();
      },
    }),
  );
  const heard = entry.heard === '' ? words.voice.heardNothing : words.voice.quoted(entry.heard);
  return (
    <Modal open title={words.heard.wrongTitle} detail={heard} onClose={onEnd}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          tell.mutate({ entryId: entry.id, how, meant: how === 'misheard' ? meant : '' });
        }}
      >
        <Ways chosen={how} onChoose={setHow} />
        {how === 'misheard' && (
          <TextField
            label={words.heard.meant}
            placeholder={words.heard.meantPlaceholder}
            maxLength={200}
            value={meant}
            onChange={setMeant}
          />
        )}
        <div className="border-t border-line pt-4">
          <KeepSwitch isTelling />
        </div>
        {tell.isError && <Message kind="error">{sentenceOf(tell.error)}</Message>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onEnd}>{words.common.cancel}</Button>
          <Button type="submit" kind="primary" disabled={tell.isPending}>
            {words.heard.tell}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface WaysProps {
  readonly chosen: Verdict['how'];
  readonly onChoose: (how: Verdict['how']) => void;
}

function Ways({ chosen, onChoose }: WaysProps) {
  return (
    <RadioGroup.Root
      aria-label={words.heard.wrongTitle}
      value={chosen}
      onValueChange={(next) => {
        const way = ways.find((each) => each === next);
        if (way !== undefined) onChoose(way);
      }}
      className="flex flex-col gap-2"
    >
      {ways.map((way) => (
        <RadioGroup.Item
          key={way}
          value={way}
          className="group flex min-h-16 items-center gap-4 rounded-xl border border-edge px-4 py-2.5 text-left data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft"
        >
          <span
            aria-hidden
            className="grid size-6 shrink-0 place-items-center rounded-full border-2 border-edge group-data-[state=checked]:border-accent"
          >
            <RadioGroup.Indicator className="size-3 rounded-full bg-accent" />
          </span>
          <span>
            <span className="block font-medium">{words.heard.ways[way]}</span>
            <span className="block text-sm text-quiet">{words.heard.wayDetails[way]}</span>
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
