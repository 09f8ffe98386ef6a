import { Moon, Sun } from 'lucide-react';
import { StateDot } from '../../parts/state-dot.tsx';
import { smallPercent } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import { MotionGraph } from './motion-graph.tsx';
import type { MotionNews } from './motion-news.ts';

/** What the motion detector makes of the picture, in words and as a graph. */
export function MotionPanel({ news: { view, moments } }: { readonly news: MotionNews }) {
  const Light = view?.light === 'night' ? Moon : Sun;
  return (
    <div className="mt-2 border-t border-line pt-3">
      <div className="mb-3 flex min-h-14 flex-wrap content-start items-center gap-x-5 gap-y-1">
        {view === null ? (
          <p className="text-quiet">{words.zones.waiting}</p>
        ) : (
          <>
            <StateDot mood={view.scene === 'known' ? 'good' : 'warn'}>
              {words.zones.scene[view.scene]}
            </StateDot>
            <span className="flex items-center gap-2">
              <Light aria-hidden className="size-5 text-quiet" />
              {words.zones.lights[view.light]}
            </span>
            <span className="tabular-nums">{words.zones.score(smallPercent(view.score))}</span>
            <span className={view.boxes.length > 0 ? 'font-semibold' : 'text-quiet'}>
              {words.zones.moving(view.boxes.length)}
            </span>
          </>
        )}
      </div>
      <MotionGraph moments={moments} />
    </div>
  );
}
