import { useMutation } from '@tanstack/react-query';
import { Cctv } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CameraView } from '../../../services/contract/camera.ts';
import type { Person } from '../../../services/contract/person.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { useNaming } from '../people/naming.ts';
import { useReadPeopleAnew } from '../people/people-news.ts';
import { LeaveQuestion } from './leave-question.tsx';
import { PortraitProgress } from './portrait-progress.tsx';
import { usePortraitSession } from './portrait-session.ts';
import { PortraitStage } from './portrait-stage.tsx';
import { ToPerson } from './queue-result.tsx';
import { WhoCard } from './who-card.tsx';

interface PortraitProps {
  readonly camera: CameraView;
  readonly person: Person | undefined;
  readonly onAgain: () => void;
  readonly onOther: () => void;
}

/** Somebody stands before a camera and is told where to look; then they are named, and the faces are kept. */
export function Portrait({ camera, person, onAgain, onOther }: PortraitProps) {
  const stage = useRef<HTMLDivElement>(null);
  const { view, pictures, error } = usePortraitSession(camera.id, stage);
  const naming = useNaming(person === undefined ? {} : { fixed: person });
  const [enough, setEnough] = useState(false);
  const readAnew = useReadPeopleAnew();
  const enrol = useMutation(trpc.people.enrolPortrait.mutationOptions({ onSuccess: readAnew }));
  const text = words.enrolment.camera;
  const taken = view?.taken.length ?? 0;
  const isNaming = taken > 0 && (enough || view?.advice === 'done');
  return (
    <div className="grid grid-cols-1 items-start gap-6 md:grid-cols-[minmax(0,1fr)_16rem] lg:grid-cols-[minmax(0,1fr)_21rem]">
      <PortraitStage
        ref={stage}
        camera={camera}
        view={view}
        phase={error !== null ? 'stopped' : isNaming ? 'over' : 'guiding'}
      />
      <div className="flex min-w-0 flex-col gap-4">
        {error !== null && (
          <Message kind="error" action={<Button onClick={onAgain}>{text.again}</Button>}>
            {sentenceOf(error)}
          </Message>
        )}
        <Card className="flex flex-col gap-4 p-5">
          <PortraitProgress taken={view?.taken ?? []} pictures={pictures} />
          {!enrol.isSuccess && taken > 0 && view?.advice !== 'done' && (
            <Button
              kind="soft"
              onClick={() => {
                setEnough(!enough);
              }}
            >
              {enough ? text.goOn : text.enough}
            </Button>
          )}
          {!isNaming && !enrol.isSuccess && (
            <Button kind="faint" className="-my-2 -ml-3 self-start" onClick={onOther}>
              <Cctv aria-hidden className="size-5" />
              {text.another}
            </Button>
          )}
        </Card>
        {enrol.isSuccess && (
          <>
            <Message kind="good">{text.added(enrol.data.name)}</Message>
            <ToPerson person={enrol.data} />
          </>
        )}
        {isNaming && !enrol.isSuccess && (
          <WhoCard
            person={person}
            naming={naming}
            busy={enrol.isPending}
            action={enrol.isPending ? words.common.saving : text.add(naming.draft.name.trim())}
            onSend={(named) => {
              enrol.mutate({ cameraId: camera.id, ...named });
            }}
          >
            {enrol.isError && <Message kind="error">{sentenceOf(enrol.error)}</Message>}
            <p className="-my-2 text-sm text-quiet">{text.forgets}</p>
          </WhoCard>
        )}
      </div>
      <LeaveQuestion unsaved={taken > 0 && !enrol.isSuccess} />
    </div>
  );
}
