import type { Person } from '../../../services/contract/person.ts';
import { Message } from '../../parts/message.tsx';
import type { Named, Naming } from '../people/naming.ts';
import type { EnrolQueue } from './enrol-queue.ts';
import { LeaveQuestion } from './leave-question.tsx';
import { QueueResult } from './queue-result.tsx';
import { WhoCard } from './who-card.tsx';

interface QueueCardProps<T> {
  readonly person: Person | undefined;
  readonly naming: Naming;
  readonly queue: EnrolQueue<T>;
  readonly text: {
    readonly adding: (done: number, all: number) => string;
    readonly none: string;
    readonly missing: string;
    readonly result: (taken: number, all: number) => string;
  };
  /** What the button says while something waits to be sent. */
  readonly add: string;
  /** It was tried with nothing chosen. */
  readonly missing: boolean;
  readonly onSend: (named: Named) => void;
}

/** Whose faces wait in a queue, the button that sends them, what became of them, and a question before they are lost. */
export function QueueCard<T>({ queue, text, add, missing, ...who }: QueueCardProps<T>) {
  const { entries, next, state } = queue;
  const running = state.kind === 'running';
  return (
    <>
      <WhoCard
        {...who}
        busy={running || (state.kind === 'over' && next.length === 0)}
        action={
          state.kind === 'running'
            ? text.adding(state.done + 1, state.all)
            : next.length === 0
              ? text.none
              : add
        }
      >
        {missing && <Message kind="error">{text.missing}</Message>}
        <QueueResult state={state} sentence={text.result} />
      </WhoCard>
      <LeaveQuestion unsaved={running || entries.some(({ state: { kind } }) => kind === 'waiting')} />
    </>
  );
}
