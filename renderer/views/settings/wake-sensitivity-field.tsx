import { useQuery } from '@tanstack/react-query';
import { AudioLines } from 'lucide-react';
import { useState } from 'react';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { SliderField } from '../../parts/slider-field.tsx';
import { words } from '../../words/words.ts';
import { TryOut } from '../voice/try-out.tsx';
import type { SettingControlProps } from './setting-control.tsx';
import { wordsOfSetting } from './setting-words.ts';

/** How readily Lares wakes, with the microphone beside it to try that out. */
export function WakeSensitivityField({ setting, value, isEdited, onChange }: SettingControlProps) {
  const [tries, setTries] = useState(false);
  const voice = useHealth()?.voice;
  const { title, sentence, low = '', high = '' } = wordsOfSetting(setting);
  const stored = useQuery(trpc.settings.get.queryOptions()).data?.voice;
  const isDeaf = voice?.kind === 'off' || (voice?.kind === 'waiting' && voice.source === 'none');
  const phrase = isDeaf || stored === undefined ? null : stored.wakePhrase;
  const { tryOut, tryOutEnd, tryOutNone, tryOutUnsaved } = words.settings;
  return (
    <div className="flex flex-col gap-3">
      <SliderField
        {...{ label: title, hint: sentence, low, high }}
        value={typeof value === 'number' ? value : 0}
        onChange={onChange}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          aria-expanded={tries && phrase !== null}
          disabled={phrase === null}
          onClick={() => {
            setTries(!tries);
          }}
        >
          <AudioLines aria-hidden className="size-5" />
          {tries && phrase !== null ? tryOutEnd : tryOut}
        </Button>
        {phrase === null && <p className="min-w-0 flex-1 basis-60 text-sm text-quiet">{tryOutNone}</p>}
        {phrase !== null && isEdited && (
          <p className="min-w-0 flex-1 basis-60 text-sm text-quiet">{tryOutUnsaved}</p>
        )}
      </div>
      {tries && phrase !== null && <TryOut phrase={phrase} />}
    </div>
  );
}
