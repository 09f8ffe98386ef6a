import { ButtonLink } from '../../parts/button-link.tsx';
import { words } from '../../words/words.ts';
import type { SettingControlProps } from './setting-control.tsx';
import { wordsOfSetting } from './setting-words.ts';

/** A phrase must be known before Lares can be called by it, so it is chosen where it is learnt. */
export function WakePhraseField({ setting, value }: SettingControlProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{wordsOfSetting(setting).title}</p>
        <p className="mt-0.5 text-sm text-quiet wrap-anywhere" dir="auto">
          {words.settings.wakePhraseNow(String(value))}
        </p>
      </div>
      <ButtonLink to={{ screen: 'voice' }}>{words.settings.wakePhraseLink}</ButtonLink>
    </div>
  );
}
