import { useResting } from '../../house/resting.ts';
import { RestScreen } from './rest-screen.tsx';
import { useRest } from './use-rest.ts';

/** Covers everything with a clock while the screen rests. */
export function Rest() {
  useRest();
  return useResting() ? <RestScreen /> : null;
}
