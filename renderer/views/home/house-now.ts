import type { Event } from '../../../services/contract/event.ts';
import { ago } from '../../words/times.ts';
import { who } from '../../words/who.ts';
import { words } from '../../words/words.ts';

interface HouseNow {
  /** Whether somebody is there just now. */
  readonly calm: boolean;
  readonly title: string;
  readonly detail: string;
}

interface HouseNowParts {
  /** The newest first. */
  readonly events: readonly Event[];
  readonly cameraName: (event: Event) => string;
  readonly nowMs: number;
}

/** What is going on, in one line: who is there, or that all is quiet and since when. */
export function houseNow({ events, cameraName, nowMs }: HouseNowParts): HouseNow {
  const visits = events.filter(({ label }) => label === 'person');
  const here = visits.filter(({ endedAtMs }) => endedAtMs === null);
  const [first] = here;
  if (first !== undefined)
    return {
      calm: false,
      title: here.length === 1 ? who(first) : words.presence.visitors(here.length),
      detail: [...new Set(here.map(cameraName))].join(', '),
    };
  const last = visits[0];
  return {
    calm: true,
    title: words.presence.quiet,
    detail:
      last === undefined ? words.presence.noVisit : words.presence.lastVisit(ago(last.beganAtMs, nowMs)),
  };
}
