import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { Message } from '../../parts/message.tsx';
import { words } from '../../words/words.ts';
import type { UnknownSettings } from './unknown-settings.ts';

const days = [1, 3, 7, 14, 30];

/** How long faces without a name are kept. */
export function KeepDays({ settings }: { readonly settings: UnknownSettings }) {
  const kept = settings.stored?.keepUnknownDays ?? 7;
  const offered = [...new Set([...days, kept])].sort((a, b) => a - b);
  return (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
      <ChoiceField
        label={words.unknown.keep}
        value={String(kept)}
        choices={offered.map((count) => ({ value: String(count), label: words.unknown.days(count) }))}
        onChange={(value) => {
          settings.change({ keepUnknownDays: Number(value) });
        }}
      />
      <Button
        kind="faint"
        disabled={settings.isBusy}
        onClick={() => {
          settings.change({ groupUnknown: false });
        }}
      >
        {words.unknown.turnOff}
      </Button>
      {settings.error !== undefined && (
        <div className="w-full">
          <Message kind="error">{settings.error}</Message>
        </div>
      )}
    </div>
  );
}
