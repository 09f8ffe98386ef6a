import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { showFirstError } from '../../parts/first-error.ts';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { words } from '../../words/words.ts';
import type { Saving } from './save-settings.ts';

interface SettingsFormProps {
  readonly title: string;
  readonly saving: Saving;
  readonly children: ReactNode;
}

/** One part of the settings: its fields, and beneath them what became of them. */
export function SettingsForm({ title, saving, children }: SettingsFormProps) {
  const changed = saving.state === 'changed' || saving.state === 'saving';
  return (
    <Section title={title}>
      <Card className="p-5">
        <form
          noValidate
          className="flex flex-col gap-5"
          onSubmit={(submit) => {
            submit.preventDefault();
            saving.save();
            showFirstError(submit.currentTarget);
          }}
        >
          {children}
          {saving.error !== undefined && <Message kind="error">{saving.error}</Message>}
          <div className="flex min-h-12 flex-wrap items-center justify-end gap-2 border-t border-line pt-4">
            <p role="status" className="mr-auto text-sm text-quiet">
              {saving.state === 'changed' && words.common.unsaved}
              {saving.state === 'saved' && (
                <span className="flex items-center gap-1.5 font-medium text-good">
                  <Check aria-hidden className="size-5" />
                  {words.common.saved}
                </span>
              )}
            </p>
            {changed && <Button onClick={saving.discard}>{words.common.discard}</Button>}
            <Button type="submit" kind="primary" disabled={saving.state !== 'changed'}>
              {saving.state === 'saving' ? words.common.saving : words.common.save}
            </Button>
          </div>
        </form>
      </Card>
    </Section>
  );
}
