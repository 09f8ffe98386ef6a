import type { Entity } from '../../../services/contract/entity.ts';
import { DeviceIcon } from './device-icon.tsx';
import { deviceSentence, glows, isOn } from './device-look.ts';

interface DeviceTileProps {
  readonly entity: Entity;
  readonly busy: boolean;
  readonly onTap: () => void;
}

/** One device: what it is, what it does, and a tap to change it. */
export function DeviceTile({ entity, busy, onTap }: DeviceTileProps) {
  const lit = glows(entity);
  const reachable = entity.state !== 'unavailable';
  return (
    <button
      type="button"
      aria-pressed={isOn(entity)}
      aria-busy={busy}
      disabled={!reachable || busy}
      onClick={onTap}
      data-entity={entity.entityId}
      className={`flex min-h-17 w-full items-center gap-3 rounded-card border px-3.5 py-3 text-left transition-colors motion-reduce:transition-none ${lit ? 'border-transparent bg-glow' : 'border-line bg-card hover:bg-sunken'} ${busy ? 'opacity-60' : ''} ${reachable ? '' : 'border-dashed'}`}
    >
      <DeviceIcon entity={entity} className={`size-6 shrink-0 ${lit ? 'text-on-glow' : 'text-quiet'}`} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium" dir="auto" title={entity.name}>
          {entity.name}
        </span>
        <span className={`block truncate text-sm ${lit ? 'text-on-glow' : 'text-quiet'}`}>
          {deviceSentence(entity)}
        </span>
      </span>
    </button>
  );
}
