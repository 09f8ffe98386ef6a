import { useHealth } from '../../house/health.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Card } from '../../parts/card.tsx';
import { clock, date } from '../../words/times.ts';
import { words } from '../../words/words.ts';

/** Which Lares this is. */
export function AboutPage() {
  const health = useHealth();
  if (health === undefined) return null;
  const { aboutVersion, aboutDetail, aboutRunning, aboutHealth } = words.settings;
  return (
    <Card className="flex flex-wrap items-center gap-6 p-6">
      <img src="/icon.svg" alt="" className="size-16" />
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-xl font-semibold">{aboutVersion(health.version)}</h2>
        <p className="mt-1 text-quiet">{aboutDetail}</p>
        <p className="mt-1 text-quiet">
          {aboutRunning(`${date(health.startedAtMs)}, ${clock(health.startedAtMs)}`)}
        </p>
      </div>
      <ButtonLink to={{ screen: 'health' }}>{aboutHealth}</ButtonLink>
    </Card>
  );
}
