import {
  Eye,
  FileClock,
  HardDrive,
  House,
  Info,
  KeyRound,
  type LucideIcon,
  Mic,
  Palette,
  Save,
  ShieldCheck,
  SlidersHorizontal,
  TimerReset,
} from 'lucide-react';
import { routeOf } from '../../route.ts';
import { settingSections } from './setting.ts';

/** In the order in which they are listed; a section of the settings that is not named here stands before the last two. */
const icons: Readonly<Record<string, LucideIcon>> = {
  kiosk: Palette,
  voice: Mic,
  vision: Eye,
  mqtt: House,
  retention: HardDrive,
  span: TimerReset,
  backup: Save,
  key: KeyRound,
  audit: FileClock,
  access: ShieldCheck,
  about: Info,
};

const last = ['access', 'about'];

/** Where in the settings something can be: the sections of the schema, and the pages beside them. */
export const places: readonly string[] = [
  ...Object.keys(icons).filter((place) => !last.includes(place)),
  ...Object.keys(settingSections).filter((section) => icons[section] === undefined),
  ...last.filter((place) => place !== 'access' || hasAccess()),
];

export function iconOf(place: string): LucideIcon {
  return icons[place] ?? SlidersHorizontal;
}

/** Who may do what is a screen of its own. */
function hasAccess(): boolean {
  return routeOf('#/settings/access').screen !== 'settings-section';
}
