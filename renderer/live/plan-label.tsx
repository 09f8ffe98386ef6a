import { words } from '../words/words.ts';
import { codecName } from './codec-name.ts';
import type { LivePlan } from './live-plan.ts';

/** Says that what is shown is not the camera's own video as one would wish, and why; where the picture is large enough for words. */
export function PlanLabel({ plan: { as, unplayable } }: { readonly plan: LivePlan }) {
  if (unplayable === null) return null;
  const codec = codecName(unplayable);
  return (
    <span
      data-plan-label
      title={words.live.unplayable(codec)}
      className="absolute top-2.5 right-2.5 max-w-[calc(100%-1.25rem)] truncate rounded-lg bg-[#14120f]/70 px-2.5 py-1 text-sm text-[#d8d2c6] @max-[17rem]:hidden"
    >
      {as === 'video' && words.live.smallStream}
      {as === 'transcoded' && words.live.convertedFrom(codec)}
      {as === 'stills' && words.live.stills}
    </span>
  );
}
