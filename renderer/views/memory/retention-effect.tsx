import { useQuery } from '@tanstack/react-query';
import type { ShownSettings } from '../../../services/contract/api.ts';
import { Retention } from '../../../services/contract/retention.ts';
import { trpc } from '../../hub.ts';
import { Message } from '../../parts/message.tsx';
import { bytes } from '../../words/numbers.ts';
import { inDays } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { keepsLess, keptEstimate } from './kept-estimate.ts';

interface RetentionEffectProps {
  /** The settings of retention as they would be saved. */
  readonly value: object;
  readonly settings: ShownSettings;
}

/** What the settings come to, told while a slider moves, and whether anything would be deleted. */
export function RetentionEffect({ value, settings }: RetentionEffectProps) {
  const text = words.memory.forecast;
  const forecast = useQuery(trpc.retention.forecast.queryOptions()).data;
  const wanted = Retention.safeParse(value).data;
  if (forecast === undefined || wanted === undefined) return null;
  const estimate = keptEstimate(forecast, wanted, settings.cameras);
  return (
    <>
      {estimate !== null && (
        <p role="status">
          {text.keeps(inDays(estimate.days), bytes(estimate.bytes))}{' '}
          <span className={estimate.fits ? 'text-good' : 'text-warn'}>
            {estimate.fits ? text.fits : text.tooMuch}
          </span>
        </p>
      )}
      {keepsLess(settings.retention, wanted) && <Message kind="warning">{text.shorter}</Message>}
    </>
  );
}
