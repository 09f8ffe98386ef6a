import type { Notice } from '../../../services/contract/health.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Message } from '../../parts/message.tsx';
import { Prose } from '../../parts/prose.tsx';
import { said } from '../../words/said.ts';
import { words } from '../../words/words.ts';
import { importantFirst } from '../health/important-first.ts';

const shown = 2;
/** The voice panel, on the same screen, says this already. */
const saidElsewhere: readonly string[] = ['voice:microphone'];

/** The troubles that matter most. Hints are left to the Health screen: Home stays calm. */
export function HomeNotices({ notices }: { readonly notices: readonly Notice[] }) {
  const urgent = importantFirst(notices).filter(
    (notice) => notice.severity !== 'info' && !saidElsewhere.includes(notice.id),
  );
  if (urgent.length === 0) return null;
  const more = urgent.length - shown;
  return (
    <div className="flex flex-col gap-2">
      {urgent.slice(0, shown).map((notice, index) => (
        <Message
          key={notice.id}
          kind={notice.severity}
          title={said(notice.what)}
          action={
            more > 0 && index === shown - 1 ? (
              <ButtonLink to={{ screen: 'health' }} kind="quiet" className="-my-2.5">
                {words.home.moreNotices(more)}
              </ButtonLink>
            ) : undefined
          }
        >
          <Prose text={said(notice.advice)} />
        </Message>
      ))}
    </div>
  );
}
