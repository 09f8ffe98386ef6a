import { useQuery } from '@tanstack/react-query';
import { VectorSquare, VideoOff } from 'lucide-react';
import type { CameraId } from '../../../services/contract/identifiers.ts';
import { trpc } from '../../hub.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { AddCamera } from './add-camera.tsx';
import { CameraForm } from './camera-form.tsx';

/** A new camera, or the form of one that is there. */
export function CameraSetup({ cameraId }: { readonly cameraId: CameraId | null }) {
  const cameras = useQuery({ ...trpc.cameras.list.queryOptions(), enabled: cameraId !== null });
  if (cameraId === null) return <AddCamera />;
  const found = cameras.data?.find((camera) => camera.id === cameraId);
  if (found !== undefined) {
    const { hasPassword, ...stored } = found;
    return (
      <Screen
        title={words.cameras.editTitle(found.name)}
        back={{ screen: 'cameras' }}
        width="narrow"
        actions={
          <ButtonLink to={{ screen: 'zones', cameraId }}>
            <VectorSquare aria-hidden className="size-5" />
            {words.zones.open}
          </ButtonLink>
        }
      >
        <CameraForm stored={{ ...stored, password: '' }} told={null} hasPassword={hasPassword} />
      </Screen>
    );
  }
  return (
    <Screen title={words.cameras.title} back={{ screen: 'cameras' }} width="narrow">
      {cameras.isError && <Message kind="error">{sentenceOf(cameras.error)}</Message>}
      {cameras.isSuccess && (
        <EmptyState icon={VideoOff} title={words.cameras.gone} detail={words.cameras.emptyDetail}>
          <ButtonLink to={{ screen: 'new-camera' }} kind="primary">
            {words.cameras.add}
          </ButtonLink>
        </EmptyState>
      )}
    </Screen>
  );
}
