import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { CameraInput } from '../../../services/contract/api.ts';
import type { OnvifCamera } from '../../../services/contract/onvif.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { useDraft } from '../../parts/draft.ts';
import { fieldErrors, type FieldErrors } from '../../parts/field-errors.ts';
import { showFirstError } from '../../parts/first-error.ts';
import { Message } from '../../parts/message.tsx';
import { goTo } from '../../route.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { CameraFields } from './camera-fields.tsx';
import { CameraTestPanel } from './camera-test-panel.tsx';
import { FoundStreams } from './found-streams.tsx';
import { RemoveCamera } from './remove-camera.tsx';
import { sentCamera } from './sent-camera.ts';

interface CameraFormProps {
  readonly stored: CameraInput;
  /** What the camera told of itself; then its picture is asked for at once. */
  readonly told: OnvifCamera | null;
  readonly hasPassword: boolean;
  readonly onBack?: () => void;
}

const none: FieldErrors = {};

/** Describe a camera, see its picture, save it. */
export function CameraForm({ stored, told, hasPassword, onBack }: CameraFormProps) {
  const draft = useDraft(stored);
  const [tried, setTried] = useState<'no' | 'test' | 'save'>('no');
  const queries = useQueryClient();
  const test = useMutation(trpc.cameras.test.mutationOptions());
  const save = useMutation(
    trpc.cameras.save.mutationOptions({
      onSuccess: async () => {
        goTo({ screen: 'cameras' });
        await Promise.all([
          queries.invalidateQueries(trpc.cameras.list.queryFilter()),
          queries.invalidateQueries(trpc.settings.get.queryFilter()),
        ]);
      },
    }),
  );
  // Enter sends the form without leaving the address: a password in it is taken out here too.
  const camera = sentCamera(draft.value);
  const wrong = fieldErrors(CameraInput, camera);
  // A picture can be asked for before the camera has a name.
  const wrongForTest = fieldErrors(CameraInput, { ...camera, name: camera.name || '-' });
  const asked = useRef(false);
  useEffect(() => {
    if (told === null || asked.current) return;
    asked.current = true;
    test.mutate(CameraInput.parse({ ...stored, name: stored.name || words.cameras.testTitle }));
  });
  const shown = tried === 'save' ? wrong : tried === 'test' ? wrongForTest : none;
  return (
    <form
      noValidate
      className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]"
      onSubmit={(submit) => {
        submit.preventDefault();
        setTried('save');
        showFirstError(submit.currentTarget);
        if (Object.keys(wrong).length === 0) save.mutate(CameraInput.parse(camera));
      }}
    >
      <Card className="p-5 md:p-6">
        <CameraFields draft={draft} errors={shown} hasPassword={hasPassword} />
      </Card>
      <div className="flex flex-col gap-4 lg:sticky lg:top-6">
        {told !== null && <FoundStreams told={told} />}
        <CameraTestPanel
          test={test}
          onTest={() => {
            setTried((before) => (before === 'save' ? before : 'test'));
            if (Object.keys(wrongForTest).length > 0) return;
            test.mutate(CameraInput.parse({ ...camera, name: camera.name || words.cameras.testTitle }));
          }}
        />
        {save.isError && <Message kind="error">{sentenceOf(save.error)}</Message>}
        <Button type="submit" kind="primary" disabled={save.isPending}>
          {save.isPending ? words.common.saving : words.cameras.save}
        </Button>
        {onBack !== undefined && (
          <Button kind="quiet" onClick={onBack}>
            <ArrowLeft aria-hidden className="size-5 rtl:rotate-180" />
            {words.finding.back}
          </Button>
        )}
        {stored.id !== undefined && <RemoveCamera cameraId={stored.id} name={stored.name} />}
      </div>
    </form>
  );
}
