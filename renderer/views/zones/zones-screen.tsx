import { useQuery } from '@tanstack/react-query';
import { VideoOff } from 'lucide-react';
import type { CameraId } from '../../../services/contract/identifiers.ts';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { ZoneEditor } from './zone-editor.tsx';

/** The zones of a camera, its sensitivity, and a look into its motion detector. */
export function ZonesScreen({ cameraId }: { readonly cameraId: CameraId }) {
  const camera = useHealth()?.cameras.find((each) => each.id === cameraId);
  const cameras = useQuery(trpc.cameras.list.queryOptions());
  const settings = useQuery(trpc.settings.get.queryOptions());
  const stored = cameras.data?.find((each) => each.id === cameraId);
  if (camera !== undefined && stored !== undefined && settings.data !== undefined)
    return <ZoneEditor camera={camera} stored={stored} house={settings.data.vision.motionSensitivity} />;
  const trouble = cameras.error ?? settings.error;
  return (
    <Screen title={words.zones.open} back={{ screen: 'home' }}>
      {trouble !== null && <Message kind="error">{sentenceOf(trouble)}</Message>}
      {trouble === null && cameras.isSuccess && settings.isSuccess && (
        <EmptyState icon={VideoOff} title={words.camera.gone} detail="" />
      )}
    </Screen>
  );
}
