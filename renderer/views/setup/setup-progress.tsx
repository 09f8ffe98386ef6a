import { DoorOpen } from 'lucide-react';
import type { SetupPlace, SetupView } from '../../../services/contract/setup.ts';
import { buttonStyle } from '../../parts/button-style.ts';
import { hrefOf } from '../../route.ts';
import { words } from '../../words/words.ts';
import { useLeaving } from './setup-news.ts';
import { StepMark } from './step-mark.tsx';

interface SetupProgressProps {
  readonly setup: SetupView;
  readonly at: SetupPlace;
}

/** Where one is: a list of the steps at the side, or on a small screen a bar above. Every step is a tap away. */
export function SetupProgress({ setup, at }: SetupProgressProps) {
  return (
    <div className="sticky top-0 z-10 flex shrink-0 flex-col border-line bg-card max-lg:border-b lg:h-dvh lg:w-72 lg:border-r">
      <Bar setup={setup} at={at} />
      <div className="hidden items-center gap-3 px-6 pt-7 pb-5 lg:flex">
        <img src="/icon.svg" alt="" className="size-9" />
        <p className="text-xl font-semibold">{words.setup.title}</p>
      </div>
      <nav aria-label={words.setup.stepList} className="min-h-0 flex-1 overflow-y-auto px-3 max-lg:hidden">
        <ol className="flex flex-col gap-1">
          {setup.steps.map(({ step, state }, index) => (
            <li key={step}>
              <a
                href={hrefOf({ screen: 'setup', at: step })}
                aria-current={step === at ? 'step' : undefined}
                className={`flex min-h-14 items-center gap-3.5 rounded-xl px-3 -outline-offset-3 ${step === at ? 'bg-accent-soft font-semibold text-accent' : 'text-ink hover:bg-sunken'}`}
              >
                <StepMark state={state} number={index + 1} />
                <span className="min-w-0 flex-1">{words.setup.steps[step]}</span>
                <span className="sr-only">({words.setup.states[state]})</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="p-3 max-lg:hidden">
        <LeaveLink />
      </div>
    </div>
  );
}

/** How far one is, for small screens; it speaks for both. */
function Bar({ setup: { steps }, at }: SetupProgressProps) {
  const passed = at === 'end' ? steps.length : steps.findIndex(({ step }) => step === at);
  const number = Math.min(passed + 1, steps.length);
  return (
    <div className="flex items-center gap-4 px-4 md:px-8 lg:sr-only">
      <div
        role="progressbar"
        aria-label={words.setup.title}
        aria-valuemin={1}
        aria-valuemax={steps.length}
        aria-valuenow={number}
        aria-valuetext={words.setup.progress(number, steps.length)}
        className="flex flex-1 items-center gap-1.5"
      >
        {steps.map(({ step }, index) => (
          <span
            key={step}
            className={`h-1.5 flex-1 rounded-full ${index < passed ? 'bg-accent' : index === passed ? 'bg-accent/60' : 'bg-line'}`}
          />
        ))}
      </div>
      <span aria-hidden className="text-sm text-quiet tabular-nums">
        {words.setup.progress(number, steps.length)}
      </span>
      <div className="-mr-3 lg:hidden">
        <LeaveLink short />
      </div>
    </div>
  );
}

/** Out of the set-up, to the house as it is. */
function LeaveLink({ short = false }: { readonly short?: boolean }) {
  const leave = useLeaving();
  return (
    <a
      href={hrefOf({ screen: 'home' })}
      title={words.setup.leaveHint}
      aria-label={words.setup.leave}
      onClick={() => {
        leave();
      }}
      className={buttonStyle('faint', short ? 'px-3' : 'w-full justify-start px-3')}
    >
      <DoorOpen aria-hidden className="size-5" />
      {!short && words.setup.leave}
    </a>
  );
}
