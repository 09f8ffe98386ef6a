import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KioskSettings } from '../../../services/contract/settings.ts';
import { trpc } from '../../hub.ts';
import { Card } from '../../parts/card.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

const { themes } = words.settings;

/** Day or night. It is saved as soon as it is chosen: one sees at once whether it is right. */
export function AppearanceSettings({ stored }: { readonly stored: KioskSettings }) {
  const queries = useQueryClient();
  const update = useMutation(
    trpc.settings.update.mutationOptions({
      onSuccess: (settings) => {
        queries.setQueryData(trpc.settings.get.queryKey(), settings);
      },
    }),
  );
  const chosen = update.isPending ? (update.variables.kiosk?.theme ?? stored.theme) : stored.theme;
  return (
    <Section title={words.settings.appearance}>
      <Card className="flex flex-col gap-4 p-5">
        <ChoiceField
          label={words.settings.theme}
          hint={words.settings.themeHint}
          value={chosen}
          choices={[
            { value: 'auto', label: themes.auto },
            { value: 'day', label: themes.day },
            { value: 'night', label: themes.night },
          ]}
          onChange={(theme) => {
            update.mutate({ kiosk: { theme } });
          }}
        />
        {update.isError && <Message kind="error">{sentenceOf(update.error)}</Message>}
      </Card>
    </Section>
  );
}
