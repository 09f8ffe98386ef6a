import { EyeOff, Focus, Spline, VolumeX, type LucideIcon } from 'lucide-react';
import type { ZoneKind } from '../../../services/contract/zone.ts';
import type { DrawnKind } from './zone-draft.ts';

interface ZoneLook {
  readonly icon: LucideIcon;
  /** Over the picture, which is neither light nor dark by theme. */
  readonly shape: string;
  readonly line: string;
  readonly dot: string;
}

export const zoneKinds: readonly ZoneKind[] = ['include', 'ignore', 'privacy'];

/** How a kind of zone, or a line, looks, on the picture and in the list. */
export const zoneLooks: Readonly<Record<DrawnKind, ZoneLook>> = {
  include: {
    icon: Focus,
    shape: 'fill-[#7fd6c8]/20 stroke-[#7fd6c8]',
    line: 'stroke-[#7fd6c8]',
    dot: 'bg-[#2fa493]',
  },
  ignore: {
    icon: VolumeX,
    shape: 'fill-[#f3b65c]/25 stroke-[#f3b65c]',
    line: 'stroke-[#f3b65c]',
    dot: 'bg-[#d9952f]',
  },
  privacy: {
    icon: EyeOff,
    shape: 'fill-black/75 stroke-[#f6f2ea]',
    line: 'stroke-[#f6f2ea]',
    dot: 'bg-black ring-1 ring-edge',
  },
  line: {
    icon: Spline,
    shape: 'fill-none stroke-[#b9a2ff]',
    line: 'stroke-[#b9a2ff]',
    dot: 'bg-[#7f63d6]',
  },
};
