import { useMutation } from '@tanstack/react-query';
import { FileQuestion, Handshake } from 'lucide-react';
import { useState } from 'react';
import type { Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { Modal } from '../../parts/modal.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { date } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { ConsentFields } from './consent-fields.tsx';
import { useNaming } from './naming.ts';
import { useReadPeopleAnew } from './people-news.ts';

/** Who allowed that the face is kept, who noted it, and when; or that nobody did, and how to mend that. */
export function PersonConsent({ person }: { readonly person: Person }) {
  const [recording, setRecording] = useState(false);
  const { consent, name } = person;
  const Icon = consent === null ? FileQuestion : Handshake;
  return (
    <Card className="flex flex-col gap-3 p-4">
      <div className="flex items-start gap-3">
        <Icon
          aria-hidden
          className={`mt-0.5 size-5 shrink-0 ${consent === null ? 'text-warn' : 'text-good'}`}
        />
        <div className="min-w-0">
          <h2 className="font-semibold">{words.person.consent}</h2>
          {consent === null ? (
            <>
              <p className="mt-1 font-medium text-warn">{words.person.consentMissing}</p>
              <p className="mt-1 text-sm text-quiet wrap-anywhere">
                {words.person.consentMissingDetail(name)}
              </p>
            </>
          ) : (
            <>
              <p className="mt-1 wrap-anywhere" dir="auto">
                {consent.givenBy === name
                  ? words.person.consentGiven(name)
                  : words.person.consentGivenFor(consent.givenBy, name)}
              </p>
              <p className="mt-1 text-sm text-quiet wrap-anywhere" dir="auto">
                {words.person.consentRecorded(consent.recordedBy, date(consent.atMs))}
              </p>
            </>
          )}
        </div>
      </div>
      <Button
        kind={consent === null ? 'soft' : 'quiet'}
        className={consent === null ? '' : '-my-1 ml-4 self-start'}
        onClick={() => {
          setRecording(true);
        }}
      >
        {consent === null ? words.person.record : words.person.recordAgain}
      </Button>
      {recording && (
        <RecordConsent
          person={person}
          onClose={() => {
            setRecording(false);
          }}
        />
      )}
    </Card>
  );
}

interface RecordConsentProps {
  readonly person: Person;
  readonly onClose: () => void;
}

function RecordConsent({ person, onClose }: RecordConsentProps) {
  const naming = useNaming({ fixed: { ...person, consent: null } });
  const readAnew = useReadPeopleAnew();
  const record = useMutation(
    trpc.people.consent.mutationOptions({
      onSuccess: () => {
        onClose();
        return readAnew();
      },
    }),
  );
  return (
    <Modal
      title={words.person.recordTitle(person.name)}
      detail={words.person.recordDetail}
      open
      onClose={onClose}
    >
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          const consent = naming.take()?.consent;
          if (consent !== undefined) record.mutate({ personId: person.id, consent });
        }}
      >
        <ConsentFields naming={naming} />
        {record.isError && <Message kind="error">{sentenceOf(record.error)}</Message>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" kind="primary" disabled={record.isPending}>
            {record.isPending ? words.common.saving : words.person.recordIt}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
