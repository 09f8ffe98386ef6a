import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../hub.ts';
import { useHealth } from '../../house/health.ts';
import { Message } from '../../parts/message.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { BrokerForm } from './broker-form.tsx';
import { CameraRooms } from './camera-rooms.tsx';
import { StepFrame } from './step-frame.tsx';

/** Where the cameras are, and the devices that Lares may turn. */
export function RoomsStep() {
  const text = words.setup.rooms;
  const cameras = useQuery(trpc.cameras.list.queryOptions());
  const settings = useQuery(trpc.settings.get.queryOptions());
  const isDemo = useHealth()?.demo ?? true;
  return (
    <StepFrame step="rooms" title={text.title} detail={text.detail} done={false} byWord>
      {settings.isError && <Message kind="error">{sentenceOf(settings.error)}</Message>}
      <div className="grid grid-cols-1 items-start gap-6 md:grid-cols-2">
        {cameras.data !== undefined && <CameraRooms cameras={isDemo ? [] : cameras.data} />}
        {settings.data !== undefined && <BrokerForm stored={settings.data.mqtt} />}
      </div>
    </StepFrame>
  );
}
