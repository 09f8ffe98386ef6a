import type { VoiceSettings } from '../../../services/contract/settings.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Card } from '../../parts/card.tsx';
import { Section } from '../../parts/section.tsx';
import { percent } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';

const { summary, link, linkDetail } = words.voiceSettings;

/** How the voice is set, and the way to its own screen: two forms of the same would overwrite each other. */
export function VoiceLink({ stored }: { readonly stored: VoiceSettings }) {
  return (
    <Section title={words.settings.voice}>
      <Card className="flex flex-col items-start gap-4 p-5">
        <div>
          <p className="text-lg/snug font-semibold wrap-anywhere" dir="auto">
            {stored.enabled ? summary.on(stored.wakePhrase) : summary.off}
          </p>
          {stored.enabled && <p className="mt-1">{answersWords(stored)}</p>}
          <p className="mt-1 text-quiet">{linkDetail}</p>
        </div>
        <ButtonLink to={{ screen: 'voice' }} kind="soft">
          {link}
        </ButtonLink>
      </Card>
    </Section>
  );
}

function answersWords({ replyAloud, replyVolume, quietHours }: VoiceSettings): string {
  const answers = replyAloud ? summary.aloud(percent(replyVolume / 100)) : summary.written;
  return quietHours.enabled ? `${answers} ${summary.quiet(quietHours.from, quietHours.to)}` : answers;
}
