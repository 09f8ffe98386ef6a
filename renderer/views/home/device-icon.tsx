import {
  Blinds,
  DoorClosed,
  DoorOpen,
  Fan,
  Lightbulb,
  Lock,
  LockOpen,
  Plug,
  Sparkles,
  Speaker,
  Thermometer,
  Warehouse,
  type LucideProps,
} from 'lucide-react';
import type { Entity } from '../../../services/contract/entity.ts';
import { isOn } from './device-look.ts';

interface DeviceIconProps {
  readonly entity: Entity;
  readonly className: string;
}

/** What a device is, and for what opens and closes also how it stands. */
export function DeviceIcon({ entity, className }: DeviceIconProps) {
  const look: LucideProps = { className, strokeWidth: 1.75, 'aria-hidden': true };
  switch (entity.domain) {
    case 'light':
      return <Lightbulb {...look} />;
    case 'switch':
      return <Plug {...look} />;
    case 'lock':
      return isOn(entity) ? <Lock {...look} /> : <LockOpen {...look} />;
    case 'climate':
      return <Thermometer {...look} />;
    case 'fan':
      return <Fan {...look} />;
    case 'media_player':
      return <Speaker {...look} />;
    case 'scene':
      return <Sparkles {...look} />;
    case 'cover':
      if (entity.deviceClass === 'garage') return <Warehouse {...look} />;
      if (entity.deviceClass !== 'door' && entity.deviceClass !== 'gate') return <Blinds {...look} />;
      return isOn(entity) ? <DoorOpen {...look} /> : <DoorClosed {...look} />;
  }
}
