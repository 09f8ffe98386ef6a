import { BellRing, Check, Ear, type LucideIcon, Mic, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { WakeReport } from '../../../services/contract/wake.ts';
import { useNow } from '../../house/now.ts';
import { Button } from '../../parts/button.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Card } from '../../parts/card.tsx';
import { alarmsWords, hearsWords } from '../../words/wake-figures.ts';
import { words } from '../../words/words.ts';
import { ForgetPhrase } from './forget-phrase.tsx';
import type { LiveSensitivity } from './live-sensitivity.ts';
import { originWords } from './origin-words.ts';
import { PhraseBadge } from './phrase-badge.tsx';
import { Sensitivity } from './sensitivity.tsx';
import { pointAt } from './wake-point.ts';

interface PhraseCardProps {
  readonly report: WakeReport;
  readonly inUse: boolean;
  readonly sensitivity: LiveSensitivity;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly onUse: () => void;
}

const freshMs = 30 * 60_000;

/** A phrase that Lares can be called by, and how well it works, in words. */
export function PhraseCard(props: PhraseCardProps) {
  const { report, inUse, sensitivity, error } = props;
  const { phrase, origin, trainedAtMs } = report;
  const now = useNow(60_000);
  const isFresh = origin === 'trained' && now - trainedAtMs < freshMs;
  return (
    <Card className={`p-4 ${inUse ? 'ring-1 ring-accent' : ''}`}>
      <div data-phrase={phrase} className="flex flex-col gap-3">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <h3 className="line-clamp-2 text-xl/snug font-semibold wrap-anywhere" dir="auto">
              {words.wake.screen.title(phrase)}
            </h3>
            <p className="text-sm text-quiet">{originWords(report, now)}</p>
          </div>
          {inUse && <PhraseBadge icon={Check}>{words.wake.inUse}</PhraseBadge>}
          {!inUse && isFresh && <PhraseBadge>{words.wake.fresh}</PhraseBadge>}
        </div>
        <Figures report={report} sensitivity={sensitivity.value} />
        {inUse && (
          <div className="rounded-xl bg-sunken px-4 pt-3 pb-3.5">
            <Sensitivity sensitivity={sensitivity} hoursOfNegatives={report.hoursOfNegatives} />
          </div>
        )}
        <Actions {...props} />
        {error !== undefined && (
          <p role="alert" className="text-sm font-medium text-bad wrap-anywhere">
            {error}
          </p>
        )}
      </div>
    </Card>
  );
}

function Figures({ report, sensitivity }: { readonly report: WakeReport; readonly sensitivity: number }) {
  const { curve, heldOut, hoursOfNegatives } = report;
  const point = pointAt(curve, sensitivity);
  return (
    <ul className="flex flex-col gap-1.5" data-figures>
      {point && (
        <>
          <Figure icon={Ear}>{hearsWords(point.missRate)}</Figure>
          <Figure icon={BellRing}>{alarmsWords(point.falseAlarmsPerHour, hoursOfNegatives)}</Figure>
        </>
      )}
      {heldOut && <Figure icon={Mic}>{words.wake.heldOut(heldOut.heard, heldOut.recordings)}</Figure>}
    </ul>
  );
}

function Figure({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: string }) {
  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-quiet" strokeWidth={1.75} />
      <span className="min-w-0">{children}</span>
    </li>
  );
}

function Actions({ report, inUse, busy, onUse }: PhraseCardProps) {
  const { phrase, origin } = report;
  const [forgets, setForgets] = useState(false);
  return (
    <div className={`-mb-1 flex flex-wrap gap-1 ${inUse ? '-ml-3' : ''}`}>
      {!inUse && (
        <Button kind="soft" disabled={busy} onClick={onUse}>
          {words.wake.use}
          <span className="sr-only">{words.wake.screen.title(phrase)}</span>
        </Button>
      )}
      <ButtonLink to={{ screen: 'wake-phrase', phrase }} kind="quiet">
        <Mic aria-hidden className="size-5" />
        {words.wake.improve}
        <span className="sr-only">{words.wake.screen.title(phrase)}</span>
      </ButtonLink>
      {origin === 'trained' && (
        <Button
          kind="faint"
          className="ml-auto"
          aria-label={words.wake.forgetIt(phrase)}
          onClick={() => {
            setForgets(true);
          }}
        >
          <Trash2 aria-hidden className="size-5" />
        </Button>
      )}
      {forgets && (
        <ForgetPhrase
          phrase={phrase}
          inUse={inUse}
          onEnd={() => {
            setForgets(false);
          }}
        />
      )}
    </div>
  );
}
