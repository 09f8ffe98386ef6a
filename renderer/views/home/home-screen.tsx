import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useHealth } from '../../house/health.ts';
import { useViewport } from '../../house/viewport.ts';
import { trpc } from '../../hub.ts';
import { useElementSize } from '../../parts/element-size.ts';
import { CameraWall } from './camera-wall.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { DevicePanel } from './device-panel.tsx';
import { HomeHeader } from './home-header.tsx';
import { HomeNotices } from './home-notices.tsx';
import { NewestEvents } from './newest-events.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { VoicePanel } from './voice-panel.tsx';
import { wallHeight } from './wall-height.ts';

/** What is going on in the house, at one glance. */
export function HomeScreen() {
  const health = useHealth();
  const settings = useQuery(trpc.settings.get.queryOptions());
  const body = useRef<HTMLDivElement>(null);
  const devices = useRef<HTMLDivElement>(null);
  const { height: bodyHeight } = useElementSize(body);
  const { height: devicesHeight } = useElementSize(devices);
  const maxHeight = wallHeight({ viewport: useViewport(), bodyHeight, devicesHeight });
  if (health === undefined) return null;
  const wakePhrase =
    health.voice.kind === 'waiting' ? health.voice.wakePhrase : settings.data?.voice.wakePhrase;
  return (
    <div className="mx-auto flex min-h-full max-w-[130rem] flex-col gap-4 p-4 lg:px-6 lg:py-5 fits:h-full">
      <HomeHeader armed={health.armed} />
      {health.demo && <DemoBanner />}
      <HomeNotices notices={health.notices} />
      <div
        ref={body}
        className="grid min-h-0 flex-1 grid-cols-1 content-start gap-x-6 gap-y-5 upright:grid-cols-2 across:grid-cols-[minmax(0,1fr)_17rem] across:grid-rows-[auto_1fr] fits:grid-cols-[minmax(0,1fr)_22rem] fits:grid-rows-[auto_minmax(0,1fr)] xl:fits:grid-cols-[minmax(0,1fr)_26rem]"
      >
        <div className="upright:col-span-2">
          <CameraWall cameras={health.cameras} demo={health.demo} maxHeight={maxHeight} />
        </div>
        <div className="flex min-h-0 flex-col gap-5 across:col-start-2 across:row-span-2 across:row-start-1">
          <PeoplePanel />
          <NewestEvents />
          <VoicePanel state={health.voice} wakePhrase={wakePhrase ?? ''} />
        </div>
        <div className="fits:-m-1 fits:overflow-y-auto fits:p-1">
          <div ref={devices}>
            <DevicePanel />
          </div>
        </div>
      </div>
    </div>
  );
}
