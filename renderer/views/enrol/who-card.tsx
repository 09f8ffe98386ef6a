import type { ReactNode } from 'react';
import type { Person } from '../../../services/contract/person.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { showFirstError } from '../../parts/first-error.ts';
import { words } from '../../words/words.ts';
import { ConsentFields } from '../people/consent-fields.tsx';
import { NamingFields } from '../people/naming-fields.tsx';
import type { Named, Naming } from '../people/naming.ts';
import { PersonFace } from '../people/person-face.tsx';

interface WhoCardProps {
  /** Whose faces they are, when that is known already. */
  readonly person: Person | undefined;
  readonly naming: Naming;
  readonly action: string;
  readonly busy: boolean;
  readonly onSend: (named: Named) => void;
  /** What is missing or what became of it. */
  readonly children?: ReactNode;
}

/** Who it is, asked once for all faces, and the button that adds them. */
export function WhoCard({ person, naming, action, busy, onSend, children }: WhoCardProps) {
  return (
    <Card className="p-5">
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          const named = naming.take();
          if (named === null) showFirstError(submit.currentTarget);
          else onSend(named);
        }}
      >
        {person === undefined ? (
          <>
            <h2 className="-mb-2 text-lg font-semibold">{words.enrolment.who}</h2>
            <NamingFields naming={naming} />
          </>
        ) : (
          <>
            <div className="flex items-center gap-4">
              <PersonFace person={person} className="size-16" />
              <p className="line-clamp-2 min-w-0 text-lg font-semibold wrap-anywhere" dir="auto">
                {person.name}
              </p>
            </div>
            {naming.asksConsent && <ConsentFields naming={naming} />}
          </>
        )}
        {children}
        <Button type="submit" kind="primary" disabled={busy} className="min-w-0">
          <span className="truncate">{action}</span>
        </Button>
      </form>
    </Card>
  );
}
