import type { ComponentType } from 'react';
import type { ShownSettings } from '../../../services/contract/api.ts';
import { Section } from '../../parts/section.tsx';
import { words } from '../../words/words.ts';
import { AuditPage } from '../memory/audit-page.tsx';
import { BackupCard } from '../memory/backup-card.tsx';
import { ForecastCard } from '../memory/forecast-card.tsx';
import { KeyPage } from '../memory/key-page.tsx';
import { RetentionEffect } from '../memory/retention-effect.tsx';
import { SpanPage } from '../memory/span-page.tsx';
import { AboutPage } from './about-page.tsx';
import { BrokerNow } from './broker-now.tsx';
import type { Edits } from './edits.ts';
import { type ChangeEdits, useSectionEdits } from './section-edits.ts';
import { SectionForm } from './section-form.tsx';
import { settingSections } from './setting.ts';
import { wordsOfPlace } from './setting-words.ts';

interface PlaceProps {
  readonly place: string;
  readonly found: string;
  readonly settings: ShownSettings;
  readonly edits: Edits;
  readonly onEdits: ChangeEdits;
}

/** Pages that are no section of the settings. */
const pages: Readonly<Record<string, ComponentType>> = {
  span: SpanPage,
  key: KeyPage,
  audit: AuditPage,
  about: AboutPage,
};

interface HeadProps {
  /** The section as it would be saved. */
  readonly value: object;
  readonly settings: ShownSettings;
}

/** What stands above the settings of a section. */
const heads: Readonly<Record<string, ComponentType<HeadProps>>> = {
  mqtt: BrokerNow,
  retention: ForecastCard,
  backup: BackupCard,
};

/** What a section comes to while it is changed, told where it is saved. */
const effects: Readonly<Record<string, ComponentType<HeadProps>>> = { retention: RetentionEffect };

/** Sections that are seen at once whether they are right. */
const savedAtOnce = ['kiosk'];

/** One section of the settings, or one page beside them. */
export function Place(props: PlaceProps) {
  const Page = pages[props.place];
  return Page === undefined ? <SectionPlace {...props} /> : <Page />;
}

function SectionPlace({ place, found, settings, edits, onEdits }: PlaceProps) {
  const section = useSectionEdits({ section: place, settings, edits, onEdits });
  const Head = heads[place];
  const Effect = effects[place];
  return (
    <div className="flex flex-col gap-6">
      {Head !== undefined && <Head value={section.value} settings={settings} />}
      <Section
        title={Head === undefined ? wordsOfPlace(place).title : words.settings.title}
        className={Head === undefined ? 'max-lg:[&>:first-child]:sr-only' : ''}
      >
        <SectionForm
          settings={settingSections[place] ?? []}
          section={section}
          found={found}
          savesAtOnce={savedAtOnce.includes(place)}
          effect={Effect !== undefined && <Effect value={section.value} settings={settings} />}
        />
      </Section>
    </div>
  );
}
