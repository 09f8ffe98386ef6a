import { useHealth } from '../../house/health.ts';
import { Message } from '../../parts/message.tsx';
import { Prose } from '../../parts/prose.tsx';
import { said } from '../../words/said.ts';

/** What would spoil the set-up, such as a clock that is wrong. */
const telling: readonly string[] = ['clock', 'demo'];

export function SetupNotices() {
  const notices = useHealth()?.notices.filter(({ id }) => telling.includes(id)) ?? [];
  return notices.map(({ id, severity, what, advice }) => (
    <Message key={id} kind={severity} title={said(what)}>
      <Prose text={said(advice)} />
    </Message>
  ));
}
