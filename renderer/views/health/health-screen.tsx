import { useHealth } from '../../house/health.ts';
import { useNow } from '../../house/now.ts';
import { Message } from '../../parts/message.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Section } from '../../parts/section.tsx';
import { said } from '../../words/said.ts';
import { moment } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { brokerRow } from './broker-row.ts';
import { HealthRows } from './health-rows.tsx';
import { importantFirst } from './important-first.ts';
import { keyRow } from './key-row.ts';
import { MachineCards } from './machine-cards.tsx';
import { MeasuredFoot } from './measured-foot.tsx';
import { cameraRows, networkRows, processRows } from './measured-rows.ts';
import { useMeasures } from './use-measures.ts';

/** How everything is, in plain words, with advice where something isn't well. */
export function HealthScreen() {
  const health = useHealth();
  const measures = useMeasures();
  const now = useNow(1000);
  if (health === undefined) return null;
  const parts = { health, measures, nowMs: now };
  const [cameras, processes, networks] = [cameraRows(parts), processRows(parts), networkRows(measures)];
  const notices = importantFirst(health.notices);
  const urgent = notices.filter((notice) => notice.severity !== 'info').length;
  return (
    <Screen
      title={words.health.title}
      detail={`${words.health.version(health.version)} · ${words.health.upSince(moment(health.startedAtMs, now))}`}
      width="narrow"
    >
      <div className="mb-6 flex flex-col gap-2">
        {urgent === 0 && <Message kind="good" title={words.health.allWell} />}
        {notices.map((notice) => (
          <Message key={notice.id} kind={notice.severity} title={said(notice.what)}>
            <Prose text={said(notice.advice)} />{' '}
            <span className="text-quiet">{words.health.since(moment(notice.sinceMs, now))}.</span>
          </Message>
        ))}
      </div>
      {measures !== null && (
        <Section title={words.measures.title} className="mb-6">
          <MachineCards measures={measures} />
        </Section>
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <Section title={words.health.cameras}>
          <HealthRows rows={cameras} none={words.health.noCameras} />
        </Section>
        <div className="grid grid-cols-1 gap-6">
          <Section title={words.health.processes}>
            <HealthRows rows={processes} none="" />
          </Section>
          <Section title={words.measures.networks}>
            <HealthRows rows={networks} none={words.measures.networksNone} />
          </Section>
          <Section title={words.health.key}>
            <HealthRows rows={[keyRow(health.key)]} none="" />
          </Section>
          <Section title={words.health.broker}>
            <HealthRows rows={[brokerRow(health.broker, now)]} none="" />
          </Section>
        </div>
      </div>
      {measures !== null && (
        <MeasuredFoot measures={measures} rows={[...cameras, ...processes, ...networks]} />
      )}
    </Screen>
  );
}
