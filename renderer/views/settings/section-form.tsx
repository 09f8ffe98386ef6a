import { type ReactNode, useEffect } from 'react';
import { Card } from '../../parts/card.tsx';
import { showFirstError } from '../../parts/first-error.ts';
import { Message } from '../../parts/message.tsx';
import { words } from '../../words/words.ts';
import { valueAt } from './edits.ts';
import { SaveBar } from './save-bar.tsx';
import type { SectionEdits } from './section-edits.ts';
import { type Setting, switchOf } from './setting.ts';
import { rowId, SettingRow } from './setting-row.tsx';

interface SectionFormProps {
  readonly settings: readonly Setting[];
  readonly section: SectionEdits;
  /** The path of the one that was looked for; empty: none. */
  readonly found: string;
  readonly savesAtOnce: boolean;
  /** What the changes come to. */
  readonly effect: ReactNode;
}

/** All settings of a section, one under the other, and what became of the changes. */
export function SectionForm({ settings, section, found, savesAtOnce, effect }: SectionFormProps) {
  const shown = settings.filter((setting) => {
    const gate = switchOf(setting, settings);
    return gate === null || valueAt(section.value, gate) === true;
  });
  const sought = settings.find(({ path }) => path === found);
  const target = sought === undefined || shown.includes(sought) ? found : switchOf(sought, settings);
  useEffect(() => {
    const row = target === null || target === '' ? null : document.getElementById(rowId(target));
    if (row !== null) scrollTo(row);
    const control = row?.querySelector('input, button, [role=slider], a');
    if (control instanceof HTMLElement) control.focus({ preventScroll: true });
  }, [target]);
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(submit) => {
        submit.preventDefault();
        section.save();
        showFirstError(submit.currentTarget);
      }}
    >
      <Card className="divide-y divide-line px-5 py-1 [&_*]:scroll-mb-40">
        {shown.map((setting) => (
          <SettingRow
            key={setting.path}
            setting={setting}
            value={valueAt(section.value, setting.path)}
            isEdited={setting.path in section.edits}
            error={section.errors[setting.path]}
            isFound={setting.path === target}
            theirs={theirsOf(section, setting.path)}
            onChange={(value) => {
              if (savesAtOnce && isTapped(setting) && section.state !== 'saving')
                section.changeAndSave(setting.path, value);
              else section.change(setting.path, value);
            }}
            onKeepMine={() => {
              section.keepMine(setting.path);
            }}
            onTakeTheirs={() => {
              section.takeTheirs(setting.path);
            }}
          />
        ))}
      </Card>
      {section.error !== undefined && <Message kind="error">{section.error}</Message>}
      {section.theirs.length > 0 && <Message kind="info">{words.settings.chooseFirst}</Message>}
      <SaveBar section={section} effect={effect} />
    </form>
  );
}

/** One tap is the whole change: nothing in between could be saved. */
function isTapped({ shape }: Setting): boolean {
  return shape.kind === 'switch' || shape.kind === 'choice';
}

/** Only what is below the navigation moves. */
function scrollTo(row: HTMLElement): void {
  const content = document.getElementById('content');
  if (content === null) return;
  const { top, height } = row.getBoundingClientRect();
  content.scrollBy({ top: top + height / 2 - content.clientHeight / 2 });
}

function theirsOf({ theirs }: SectionEdits, path: string): { value: unknown } | null {
  const other = theirs.find((each) => each.path === path);
  return other === undefined ? null : { value: other.theirs };
}
