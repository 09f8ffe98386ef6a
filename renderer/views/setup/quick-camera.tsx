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
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { CameraTestPanel } from '../cameras/camera-test-panel.tsx';
import { sentCamera } from '../cameras/sent-camera.ts';
import { CameraCause } from './camera-cause.tsx';
import { CodecHint } from './codec-hint.tsx';
import { QuickFields } from './quick-fields.tsx';

interface QuickCameraProps {
  readonly stored: CameraInput;
  /** What the camera told of itself; then its picture is asked for at once. */
  readonly told: OnvifCamera | null;
  readonly onBack: () => void;
  readonly onSaved: () => void;
}

const none: FieldErrors = {};

/** A camera's picture, its name, and “use it”: what else can be set has a good value already. */
export function QuickCamera({ stored, told, onBack, onSaved }: QuickCameraProps) {
  const draft = useDraft(stored);
  const [tried, setTried] = useState<'no' | 'test' | 'save'>('no');
  const queries = useQueryClient();
  const test = useMutation(trpc.cameras.test.mutationOptions());
  const save = useMutation(
    trpc.cameras.save.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queries.invalidateQueries(trpc.cameras.list.queryFilter()),
          queries.invalidateQueries(trpc.settings.get.queryFilter()),
        ]);
        onSaved();
      },
    }),
  );
  const camera = sentCamera(draft.value);
  const wrong = fieldErrors(CameraInput, camera);
  // A picture can be asked for before the camera has a name.
  const asked = { ...camera, name: camera.name.trim() || words.cameras.testTitle };
  const wrongForTest = fieldErrors(CameraInput, asked);
  const ask = (wanted: CameraInput) => {
    test.mutate(CameraInput.parse({ ...wanted, name: wanted.name.trim() || words.cameras.testTitle }));
  };
  useTestAtOnce(told !== null, () => {
    ask(stored);
  });
  return (
    <form
      noValidate
      className="grid grid-cols-1 items-start gap-6 md:grid-cols-2"
      onSubmit={(submit) => {
        submit.preventDefault();
        setTried('save');
        showFirstError(submit.currentTarget);
        if (Object.keys(wrong).length === 0) save.mutate(CameraInput.parse(camera));
      }}
    >
      <div className="flex min-w-0 flex-col gap-4 md:order-last">
        <CameraTestPanel
          test={test}
          onTest={() => {
            setTried((before) => (before === 'save' ? before : 'test'));
            if (Object.keys(wrongForTest).length === 0) ask(asked);
          }}
        />
        {test.isSuccess && <CodecHint codec={test.data.codec} />}
        {test.isError && (
          <CameraCause
            key={test.submittedAt}
            address={test.variables.address}
            onPort={(address) => {
              draft.edit({ address });
              ask({ ...asked, address });
            }}
          />
        )}
      </div>
      <Card className="flex min-w-0 flex-col gap-5 p-5">
        <QuickFields
          draft={draft}
          isTold={told !== null}
          errors={tried === 'save' ? wrong : tried === 'test' ? wrongForTest : none}
        />
        {save.isError && <Message kind="error">{sentenceOf(save.error)}</Message>}
        <div className="flex flex-wrap-reverse justify-between gap-2">
          <Button kind="quiet" className="-ml-4" onClick={onBack}>
            <ArrowLeft aria-hidden className="size-5 rtl:rotate-180" />
            {words.finding.back}
          </Button>
          <Button type="submit" kind="primary" disabled={save.isPending}>
            {save.isPending ? words.common.saving : words.setup.cameras.save}
          </Button>
        </div>
      </Card>
    </form>
  );
}

/** Runs `work` once, when the component is first there. */
function useTestAtOnce(wanted: boolean, work: () => void): void {
  const done = useRef(false);
  useEffect(() => {
    if (!wanted || done.current) return;
    done.current = true;
    work();
  });
}
