import { useHealth } from '../../house/health.ts';
import { useNow } from '../../house/now.ts';
import { Card } from '../../parts/card.tsx';
import { StateDot } from '../../parts/state-dot.tsx';
import { brokerRow } from '../health/broker-row.ts';

/** How the saved broker does right now. */
export function BrokerNow() {
  const broker = useHealth()?.broker;
  const now = useNow(10_000);
  if (broker === undefined || broker.kind === 'off') return null;
  const { mood, state, details } = brokerRow(broker, now);
  return (
    <Card className="px-5 py-4">
      <StateDot mood={mood}>{state}</StateDot>
      {details.map((detail) => (
        <p key={detail} className="mt-0.5 text-sm text-quiet wrap-anywhere">
          {detail}
        </p>
      ))}
    </Card>
  );
}
