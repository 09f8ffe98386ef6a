import { FileDown, Merge } from 'lucide-react';
import { useState } from 'react';
import type { Person } from '../../../services/contract/person.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { words } from '../../words/words.ts';
import { ExportPerson } from './export-person.tsx';
import { MergePerson } from './merge-person.tsx';

/** What can be done with all that is kept of a person: take it along, or join it with somebody's. */
export function PersonRights({ person }: { readonly person: Person }) {
  const [dialog, setDialog] = useState<'none' | 'export' | 'merge'>('none');
  const close = () => {
    setDialog('none');
  };
  return (
    <Card className="flex flex-col overflow-hidden py-1">
      <Button
        kind="quiet"
        className="justify-start rounded-none"
        onClick={() => {
          setDialog('export');
        }}
      >
        <FileDown aria-hidden className="size-5" />
        {words.person.export}
      </Button>
      <Button
        kind="quiet"
        className="justify-start rounded-none"
        onClick={() => {
          setDialog('merge');
        }}
      >
        <Merge aria-hidden className="size-5" />
        {words.person.merge}
      </Button>
      {dialog === 'export' && <ExportPerson person={person} onClose={close} />}
      {dialog === 'merge' && <MergePerson person={person} onClose={close} />}
    </Card>
  );
}
