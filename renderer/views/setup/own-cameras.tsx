import { useHealth } from '../../house/health.ts';
import { LiveCamera } from '../../live/live-camera.tsx';
import { Message } from '../../parts/message.tsx';
import { words } from '../../words/words.ts';

/** The cameras of the house, live: the one that was just added is the picture that one has waited for. */
export function OwnCameras() {
  const cameras = useHealth()?.cameras ?? [];
  const isLive = cameras.some(({ state }) => state.kind === 'live');
  return (
    <div className="flex flex-col gap-4">
      {isLive && <Message kind="good">{words.setup.cameras.live}</Message>}
      <ul
        className={`grid gap-4 ${cameras.length === 1 ? 'max-w-2xl short:max-w-sm' : 'grid-cols-[repeat(auto-fill,minmax(min(100%,16rem),1fr))]'}`}
      >
        {cameras.map((camera) => (
          <li
            key={camera.id}
            data-camera={camera.id}
            className="min-w-0 overflow-hidden rounded-card border border-line bg-card"
          >
            <div className="@container relative aspect-video">
              <LiveCamera camera={camera} />
            </div>
            <p className="truncate px-4 py-3 font-semibold" dir="auto" title={camera.name}>
              {camera.name}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
