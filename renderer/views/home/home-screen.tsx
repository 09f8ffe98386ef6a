import { useQuery } from '@tanstack/react-query';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { CameraWall } from './camera-wall.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { DevicePanel } from './device-panel.tsx';
import { HomeHeader } from './home-header.tsx';
import { HomeNotices } from './home-notices.tsx';
import { NewestEvents } from './newest-events.tsx';
import { VoicePanel } from './voice-panel.tsx';

/** What is going on in the house, at one glance. */
export function HomeScreen() {
  const health = useHealth();
  const settings = useQuery(trpc.settings.get.queryOptions());
  if (health === undefined) return null;
  const wakePhrase =
    health.voice.kind === 'waiting' ? health.voice.wakePhrase : settings.data?.voice.wakePhrase;
  return (
    <div className="mx-auto flex min-h-full max-w-[130rem] flex-col gap-4 p-4 lg:h-full lg:px-6 lg:py-5">
      <HomeHeader armed={health.armed} />
      {health.demo && <DemoBanner />}
      <HomeNotices notices={health.notices} />
      <div className="grid grid-cols-1 min-h-0 flex-1 gap-x-6 gap-y-5 md:grid-cols-[minmax(0,1fr)_17rem] lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-h-0 flex-col gap-5 lg:-m-1 lg:overflow-y-auto lg:p-1">
          <CameraWall cameras={health.cameras} demo={health.demo} />
          <DevicePanel />
        </div>
        <div className="flex min-h-0 flex-col gap-5">
          <VoicePanel state={health.voice} wakePhrase={wakePhrase ?? ''} />
          <NewestEvents />
        </div>
      </div>
    </div>
  );
}
