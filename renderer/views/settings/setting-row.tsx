import { RotateCcw } from 'lucide-react';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { words } from '../../words/words.ts';
import { isSame } from './edits.ts';
import { SettingControl, type SettingControlProps } from './setting-control.tsx';
import { wordsOfSetting } from './setting-words.ts';
import { shownValue } from './shown-value.ts';

interface SettingRowProps extends SettingControlProps {
  /** It was looked for. */
  readonly isFound: boolean;
  /** What somebody else has set it to since it was changed here. */
  readonly theirs: { readonly value: unknown } | null;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** One setting: its field, how it comes by default with the way back to that, and what somebody else made of it meanwhile. */
export function SettingRow({ isFound, theirs, onKeepMine, onTakeTheirs, ...control }: SettingRowProps) {
  const { setting, value, onChange } = control;
  const { standard } = setting;
  const isStandard = standard === undefined || isSame(value, standard);
  const isTold = standard !== undefined && setting.name !== 'mqtt.password';
  return (
    <div
      id={rowId(setting.path)}
      data-setting={setting.name}
      className={`py-4 ${isFound ? '-mx-3 my-2 rounded-xl bg-accent-soft px-3' : ''}`}
    >
      <SettingControl {...control} />
      {isTold && (
        <div className="mt-1 flex min-h-6 flex-wrap items-center justify-between gap-x-4">
          <p className="min-w-0 text-sm text-quiet wrap-anywhere">
            {words.settings.standard(shownValue(setting, standard))}
          </p>
          {!isStandard && (
            <Button
              kind="quiet"
              className="-my-3 -mr-4"
              aria-label={words.settings.toStandardOf(wordsOfSetting(setting).title)}
              onClick={() => {
                onChange(standard);
              }}
            >
              <RotateCcw aria-hidden className="size-5" />
              {words.settings.toStandard}
            </Button>
          )}
        </div>
      )}
      {theirs !== null && (
        <Message
          kind="warning"
          action={
            <span className="flex flex-wrap gap-2">
              <Button onClick={onTakeTheirs}>{words.settings.takeTheirs}</Button>
              <Button onClick={onKeepMine}>{words.settings.keepMine}</Button>
            </span>
          }
        >
          {words.settings.conflict(shownValue(setting, theirs.value))}
        </Message>
      )}
    </div>
  );
}

/** Where a setting is on the page. */
export function rowId(path: string): string {
  return `setting-${path}`;
}
