import type { WakeReport } from '../../../services/contract/wake.ts';
import { useNow } from '../../house/now.ts';
import { Card } from '../../parts/card.tsx';
import { Section } from '../../parts/section.tsx';
import { roughly } from '../../words/times.ts';
import { alarmsWords, hearsWords } from '../../words/wake-figures.ts';
import { words } from '../../words/words.ts';
import { originWords } from './origin-words.ts';
import { useVoiceSettings } from './voice-settings.ts';
import { pointAt } from './wake-point.ts';

/** How well a phrase works: with the household's own voices, with others, and when nobody calls. */
export function PhraseFigures({ report }: { readonly report: WakeReport }) {
  const now = useNow(60_000);
  const sensitivity = useVoiceSettings().value?.wakeSensitivity ?? 0.5;
  const point = pointAt(report.curve, sensitivity);
  const { heldOut, hoursOfNegatives } = report;
  return (
    <Section title={words.wake.screen.figures}>
      <Card className="flex flex-col gap-5 p-5">
        <dl className="flex flex-col gap-4">
          <Fact
            name={words.wake.screen.ownVoices}
            detail={heldOut === null ? undefined : words.wake.screen.heldOutDetail}
          >
            {heldOut === null
              ? words.wake.screen.noVoices
              : words.wake.heldOut(heldOut.heard, heldOut.recordings)}
          </Fact>
          {point && (
            <>
              <Fact name={words.wake.screen.hearsLabel}>{hearsWords(point.missRate)}</Fact>
              <Fact
                name={words.wake.screen.alarmsLabel}
                detail={words.wake.measuredOn(roughly(hoursOfNegatives))}
              >
                {alarmsWords(point.falseAlarmsPerHour, hoursOfNegatives)}
              </Fact>
            </>
          )}
        </dl>
        <p className="text-sm text-quiet">{originWords(report, now)}</p>
      </Card>
    </Section>
  );
}

interface FactProps {
  readonly name: string;
  readonly detail?: string | undefined;
  readonly children: string;
}

function Fact({ name, detail, children }: FactProps) {
  return (
    <div>
      <dt className="text-sm text-quiet">{name}</dt>
      <dd className="text-lg/snug font-semibold">{children}</dd>
      {detail !== undefined && <dd className="mt-0.5 text-sm text-quiet">{detail}</dd>}
    </div>
  );
}
