import { AwayBanner } from './away-banner.tsx';
import { words } from './words/words.ts';

/** The page before it knows anything of the house. */
export function Starting() {
  return (
    <div className="flex h-full flex-col">
      <AwayBanner />
      <div role="status" className="flex flex-1 flex-col items-center justify-center gap-4">
        <img src="/icon.svg" alt="" className="size-16" />
        <p className="text-quiet">{words.app.starting}</p>
      </div>
    </div>
  );
}
