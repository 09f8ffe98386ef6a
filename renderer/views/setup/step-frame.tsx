import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { type SetupPlace, setupSteps, type SetupStep } from '../../../services/contract/setup.ts';
import { Button } from '../../parts/button.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { buttonStyle } from '../../parts/button-style.ts';
import { Message } from '../../parts/message.tsx';
import { hrefOf } from '../../route.ts';
import { words } from '../../words/words.ts';
import { SetupNotices } from './setup-notices.tsx';
import { useLeaving, usePassing } from './setup-news.ts';

interface StepFrameProps {
  readonly step: SetupStep;
  readonly title: string;
  readonly detail: string;
  /** Nothing is left to do here: the way on is the obvious one. */
  readonly done: boolean;
  /** Only who sits before it can tell whether this step is done. */
  readonly byWord?: boolean;
  /** On a low screen the content needs the room of the sentence. */
  readonly isTall?: boolean;
  readonly children: ReactNode;
}

/** A step of the set-up: what it is for, its content, and beneath it, always in view, the ways back and on. */
export function StepFrame({
  step,
  title,
  detail,
  done,
  byWord = false,
  isTall = false,
  children,
}: StepFrameProps) {
  const { pass, busy, error } = usePassing(step);
  const goesOn = done || byWord;
  return (
    <>
      <StepContent title={title} detail={detail} isTall={isTall}>
        {children}
      </StepContent>
      <footer className="sticky bottom-0 z-10 flex flex-col gap-2 border-t border-line bg-ground px-4 py-3 md:px-8 short:py-1.5">
        {error !== undefined && <Message kind="error">{error}</Message>}
        <div className="mx-auto flex w-full max-w-5xl flex-wrap items-center gap-2">
          <Back step={step} />
          <span className="flex-1" />
          {!done && step !== 'language' && (
            <Button
              kind={goesOn ? 'faint' : 'plain'}
              disabled={busy}
              onClick={() => {
                pass('skipped');
              }}
            >
              {words.setup.later}
            </Button>
          )}
          {goesOn && (
            <Button
              kind="primary"
              className="min-w-32"
              disabled={busy}
              onClick={() => {
                pass('done');
              }}
            >
              {words.setup.next}
            </Button>
          )}
        </div>
      </footer>
    </>
  );
}

interface StepContentProps {
  readonly title: string;
  readonly detail: string;
  readonly isTall?: boolean;
  readonly children: ReactNode;
}

/** The heading takes the focus, so that who can't see the page hears where they are. */
export function StepContent({ title, detail, isTall = false, children }: StepContentProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className="flex-1 px-4 py-5 md:px-8 md:py-9 short:py-3">
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 short:gap-3">
        <SetupNotices />
        <header>
          <h1
            ref={heading}
            tabIndex={-1}
            className="text-2xl font-semibold text-balance wrap-anywhere focus:outline-none md:text-3xl short:text-xl"
          >
            {title}
          </h1>
          <p
            className={`mt-2 max-w-3xl text-lg text-pretty text-quiet short:mt-1 short:text-base ${isTall ? 'short:hidden' : ''}`}
          >
            {detail}
          </p>
        </header>
        {children}
      </div>
    </div>
  );
}

/** From the first step the way back is the house as it is. */
function Back({ step }: { readonly step: SetupStep }) {
  const leave = useLeaving();
  const before: SetupPlace | undefined = setupSteps[setupSteps.indexOf(step) - 1];
  if (before === undefined)
    return (
      <a
        href={hrefOf({ screen: 'home' })}
        onClick={() => {
          leave();
        }}
        className={buttonStyle('quiet', '-ml-4')}
      >
        {words.setup.lookAround}
      </a>
    );
  return (
    <ButtonLink to={{ screen: 'setup', at: before }} kind="faint" className="-ml-4">
      <ArrowLeft aria-hidden className="size-5 rtl:rotate-180" />
      {words.setup.back}
    </ButtonLink>
  );
}
