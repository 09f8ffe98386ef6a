import { HeartPulse, ImageIcon } from 'lucide-react';
import { percent } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';

/** Whether the face looks like a living one: a hint, said as one. */
export function Living({ liveness }: { readonly liveness: number }) {
  const kind = liveness >= 0.8 ? 'yes' : liveness >= 0.4 ? 'unsure' : 'no';
  const Icon = kind === 'yes' ? HeartPulse : ImageIcon;
  return (
    <p className="flex items-start gap-2 border-t border-line pt-3 text-sm">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${kind === 'yes' ? 'text-good' : kind === 'no' ? 'text-warn' : 'text-quiet'}`}
      />
      <span>
        <span className={`block font-medium ${kind === 'no' ? 'text-warn' : ''}`}>
          {words.event.living[kind]}
        </span>
        <span className="text-quiet">{words.event.livingHint(percent(liveness))}</span>
      </span>
    </p>
  );
}
