import { useMutation } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import type { Person } from '../../../services/contract/person.ts';
import { ticketed } from '../../access/ticketed.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Modal } from '../../parts/modal.tsx';
import { said } from '../../words/said.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

interface ExportPersonProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Says that the pictures leave the encryption, then hands the file over. */
export function ExportPerson({ person, onClose }: ExportPersonProps) {
  const make = useMutation({
    mutationFn: async () => {
      handOver(await archiveOf(person), `${person.name}.zip`);
    },
  });
  return (
    <Modal
      title={words.person.exportTitle(person.name)}
      detail={words.person.exportDetail}
      open
      onClose={onClose}
    >
      <div className="flex flex-col gap-5">
        <Message kind="warning">{words.person.exportWarning}</Message>
        {make.isError && <Message kind="error">{make.error.message}</Message>}
        {make.isSuccess && <Message kind="good">{words.person.exported}</Message>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{make.isSuccess ? words.common.close : words.common.cancel}</Button>
          <Button
            kind="primary"
            disabled={make.isPending}
            onClick={() => {
              make.mutate();
            }}
          >
            <FileDown aria-hidden className="size-5" />
            {make.isPending ? words.person.preparing : words.person.download}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** All that is kept of somebody. What it throws has a sentence to show. */
async function archiveOf({ id }: Person): Promise<Blob> {
  const address = await ticketed(`/people/${id}.zip`).catch((error: unknown) => {
    throw new Error(sentenceOf(error));
  });
  const answer = await fetch(address).catch(() => null);
  if (answer === null) throw new Error(words.hub.away);
  const isSentence = answer.headers.get('Content-Type')?.startsWith('text/plain') === true;
  if (!answer.ok) throw new Error(isSentence ? said(await answer.text()) : words.person.exportFailed);
  const archive = await answer.blob().catch(() => null);
  if (archive === null) throw new Error(words.person.exportFailed);
  return archive;
}

/** Gives a file to the browser's downloads. */
function handOver(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then, and the pictures leave the page's memory.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
