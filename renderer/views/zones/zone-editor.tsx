import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { CameraView } from '../../../services/contract/camera.ts';
import { LiveCamera } from '../../live/live-camera.tsx';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { useLeaveGuard } from '../../parts/leave-guard.ts';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { LineList } from './line-list.tsx';
import { LightSensitivity } from './light-sensitivity.tsx';
import { useMotionNews } from './motion-news.ts';
import { MotionOverlay } from './motion-overlay.tsx';
import { MotionPanel } from './motion-panel.tsx';
import { draftOf, isSame, type ZonePlan } from './zone-draft.ts';
import { ZoneDrawing } from './zone-drawing.tsx';
import { ZoneList } from './zone-list.tsx';
import { ZoneTools } from './zone-tools.tsx';

interface ZoneEditorProps {
  readonly camera: CameraView;
  readonly stored: ZonePlan;
  /** The sensitivity of all cameras. */
  readonly house: number;
}

/** Draw on the picture, see what motion makes of it, save. */
export function ZoneEditor({ camera, stored, house }: ZoneEditorProps) {
  const [draft, setDraft] = useState(() => draftOf(stored));
  const [tuning, setTuning] = useState(false);
  const news = useMotionNews(camera.id, tuning);
  const queries = useQueryClient();
  const save = useMutation(
    trpc.cameras.saveZones.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.cameras.list.queryFilter()),
    }),
  );
  const changed = !isSame(draft.plan, stored);
  const guard = useLeaveGuard(changed || draft.outline !== null);
  const nameless = [...draft.plan.zones, ...draft.plan.lines].some(({ name }) => name.trim() === '');
  return (
    <Screen
      title={words.zones.title(camera.name)}
      back={{ screen: 'camera', cameraId: camera.id }}
      actions={
        <>
          {changed && (
            <Button
              kind="faint"
              onClick={() => {
                setDraft(draftOf(stored));
              }}
            >
              {words.common.discard}
            </Button>
          )}
          <Button
            kind="primary"
            disabled={!changed || nameless || camera.demo || save.isPending || draft.outline !== null}
            onClick={() => {
              save.mutate({ cameraId: camera.id, ...draft.plan });
            }}
          >
            {save.isPending
              ? words.common.saving
              : !changed && save.isSuccess
                ? words.common.saved
                : words.common.save}
          </Button>
        </>
      }
    >
      {save.isError && (
        <div className="mb-4">
          <Message kind="error">{sentenceOf(save.error)}</Message>
        </div>
      )}
      {camera.demo && (
        <div className="mb-4">
          <Message kind="info">{words.zones.demo}</Message>
        </div>
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
          <Picture camera={camera}>
            {tuning && <MotionOverlay view={news.view} />}
            <ZoneDrawing draft={draft} change={setDraft} />
          </Picture>
          <ZoneTools draft={draft} change={setDraft} />
        </div>
        <div className="flex flex-col gap-6">
          <Card className="px-4 py-3">
            <SwitchField
              label={words.zones.tune}
              hint={words.zones.tuneHint}
              checked={tuning}
              onChange={setTuning}
            />
            {tuning && <MotionPanel news={news} />}
          </Card>
          <ZoneList draft={draft} sensitivity={draft.plan.sensitivity.day ?? house} change={setDraft} />
          <LineList draft={draft} change={setDraft} />
          <LightSensitivity sensitivity={draft.plan.sensitivity} house={house} change={setDraft} />
        </div>
      </div>
      <Confirm
        title={words.zones.leaveTitle}
        detail={words.zones.leaveDetail}
        action={words.zones.leave}
        open={guard.asks}
        onConfirm={guard.leave}
        onCancel={guard.stay}
      />
    </Screen>
  );
}

/** A frame of the picture's own shape, so that what lies over it needs no margins; its corners are those of the picture. */
function Picture({ camera, children }: { readonly camera: CameraView; readonly children: ReactNode }) {
  const { state } = camera;
  const ratio = state.kind === 'live' && state.height > 0 ? state.width / state.height : 16 / 9;
  return (
    <div
      data-camera={camera.id}
      className="@container relative mx-auto w-full"
      style={{ aspectRatio: ratio, maxWidth: `calc((100dvh - 16rem) * ${ratio})` }}
    >
      <LiveCamera camera={camera} />
      {children}
    </div>
  );
}
