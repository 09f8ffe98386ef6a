import { useQuery } from '@tanstack/react-query';
import { SlidersHorizontal, VectorSquare, VideoOff } from 'lucide-react';
import type { CameraId } from '../../../services/contract/identifiers.ts';
import { useHealth } from '../../house/health.ts';
import { newestEvents } from '../../house/live-house.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Section } from '../../parts/section.tsx';
import { replaceRoute } from '../../route.ts';
import { words } from '../../words/words.ts';
import { EventRow } from '../events/event-row.tsx';
import { CameraStrip } from './camera-strip.tsx';

/** The way back leads past all cameras that were turned to. */
function turnTo(cameraId: CameraId): void {
  replaceRoute({ screen: 'camera', cameraId });
}

/** One camera as large as the screen allows, and who came by lately. */
export function CameraScreen({ cameraId }: { readonly cameraId: CameraId }) {
  const cameras = useHealth()?.cameras ?? [];
  const camera = cameras.find((each) => each.id === cameraId);
  const events = useQuery(newestEvents).data?.filter((event) => event.cameraId === cameraId) ?? [];
  if (camera === undefined)
    return (
      <Screen title={words.screens.cameras} back={{ screen: 'home' }}>
        <EmptyState icon={VideoOff} title={words.camera.gone} detail="" />
      </Screen>
    );
  const detail = [camera.area, camera.notRecorded ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <Screen
      title={camera.name}
      back={{ screen: 'home' }}
      {...(detail === '' ? {} : { detail })}
      actions={
        <>
          <ButtonLink to={{ screen: 'zones', cameraId }}>
            <VectorSquare aria-hidden className="size-5" />
            {words.zones.open}
          </ButtonLink>
          {!camera.demo && (
            <ButtonLink to={{ screen: 'edit-camera', cameraId }}>
              <SlidersHorizontal aria-hidden className="size-5" />
              {words.camera.setUp}
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <CameraStrip cameras={cameras} cameraId={cameraId} onTurn={turnTo} />
        <Section title={words.home.newest}>
          <Card className="p-1.5">
            {events.length === 0 ? (
              <p className="p-4 text-center text-quiet">{words.home.noEvents}</p>
            ) : (
              <ul>
                {events.slice(0, 6).map((event) => (
                  <li key={event.id}>
                    <EventRow event={event} camera="" />
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </Section>
      </div>
    </Screen>
  );
}
