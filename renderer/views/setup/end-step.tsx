import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Footprints, Mic, Users, type LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import type { SetupView } from '../../../services/contract/setup.ts';
import { trpc } from '../../hub.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Card } from '../../parts/card.tsx';
import { hrefOf, type Route } from '../../route.ts';
import { words } from '../../words/words.ts';
import { useLeaving } from './setup-news.ts';
import { StepMark } from './step-mark.tsx';
import { StepContent } from './step-frame.tsx';

/** What to try now, and what was left for later. */
export function EndStep() {
  const text = words.setup.end;
  const leave = useLeaving();
  useEffect(() => {
    leave();
  }, [leave]);
  const steps = useQuery(trpc.setup.get.queryOptions()).data?.steps ?? [];
  const phrase = useQuery(trpc.settings.get.queryOptions()).data?.voice.wakePhrase ?? '';
  const left = steps.filter(({ state }) => state !== 'done');
  return (
    <StepContent title={left.length === 0 ? text.title : text.titleLeft} detail={text.detail}>
      <ul className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        <Try icon={Mic} title={text.call} detail={text.callDetail(phrase)} to={{ screen: 'home' }} />
        <Try icon={Footprints} title={text.walk} detail={text.walkDetail} to={{ screen: 'events' }} />
        <Try icon={Users} title={text.teach} detail={text.teachDetail} to={{ screen: 'people' }} />
      </ul>
      <ButtonLink to={{ screen: 'home' }} kind="primary" className="self-start">
        {text.home}
      </ButtonLink>
      {left.length > 0 && <Left steps={left} />}
    </StepContent>
  );
}

interface TryProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly detail: string;
  readonly to: Route;
}

function Try({ icon: Icon, title, detail, to }: TryProps) {
  return (
    <li>
      <a
        href={hrefOf(to)}
        className="flex h-full flex-col gap-3 rounded-card border border-line bg-card p-5 hover:border-accent"
      >
        <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent">
          <Icon aria-hidden className="size-6" strokeWidth={1.75} />
        </span>
        <span className="text-lg font-semibold">{title}</span>
        <span className="text-quiet wrap-anywhere" dir="auto">
          {detail}
        </span>
      </a>
    </li>
  );
}

function Left({ steps }: { readonly steps: SetupView['steps'] }) {
  return (
    <section aria-label={words.setup.end.left}>
      <h2 className="mb-2 text-sm font-semibold tracking-wide text-quiet">{words.setup.end.left}</h2>
      <Card className="max-w-2xl divide-y divide-line">
        {steps.map(({ step, state }) => (
          <a
            key={step}
            href={hrefOf({ screen: 'setup', at: step })}
            className="flex min-h-14 items-center gap-4 px-4 -outline-offset-3 hover:bg-sunken"
          >
            <StepMark state={state} number={null} />
            <span className="flex-1 font-medium">{words.setup.steps[step]}</span>
            <span className="sr-only">({words.setup.states[state]})</span>
            <ChevronRight aria-hidden className="size-5 text-quiet rtl:rotate-180" />
          </a>
        ))}
      </Card>
    </section>
  );
}
