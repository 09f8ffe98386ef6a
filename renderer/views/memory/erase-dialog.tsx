import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MemorySpan } from '../../../services/contract/memory.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Modal } from '../../parts/modal.tsx';
import { TickField } from '../../parts/tick-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { countWords, sumOf } from './count-words.ts';

interface EraseDialogProps {
  readonly open: boolean;
  readonly span: MemorySpan;
  readonly onClose: () => void;
}

/** Asks once more, with what would be gone; afterwards it can be taken back for some seconds. */
export function EraseDialog({ open, span, onClose }: EraseDialogProps) {
  const text = words.memory.span;
  const contents = useQuery(trpc.memory.previewSpan.queryOptions(span)).data;
  const queries = useQueryClient();
  const [kept, setKept] = useState(false);
  const erase = useMutation(
    trpc.memory.eraseSpan.mutationOptions({
      onSuccess: (work) => {
        queries.setQueryData(trpc.memory.work.queryKey(), work);
        onClose();
      },
    }),
  );
  if (contents === undefined) return null;
  const goes = kept ? sumOf(contents.goes, contents.kept) : contents.goes;
  return (
    <Modal open={open} title={text.eraseTitle} detail={text.eraseDetail(countWords(goes))} onClose={onClose}>
      <div className="flex flex-col gap-5">
        {countWords(contents.kept) !== '' && (
          <TickField
            label={`${text.keptToo}: ${countWords(contents.kept)}`}
            checked={kept}
            onChange={setKept}
          />
        )}
        {erase.isError && <Message kind="error">{sentenceOf(erase.error)}</Message>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button
            kind="danger"
            disabled={erase.isPending || countWords(goes) === ''}
            onClick={() => {
              erase.mutate({ ...span, kept });
            }}
          >
            {text.eraseIt}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
