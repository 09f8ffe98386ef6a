import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../hub.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { words } from '../../words/words.ts';
import type { SettingControlProps } from './setting-control.tsx';
import { wordsOfSetting } from './setting-words.ts';

/** A password is never told; left empty, the one that is stored stays. */
export function MqttPassword({ setting, value, error, onChange }: SettingControlProps) {
  const hasPassword = useQuery(trpc.settings.get.queryOptions()).data?.mqtt.hasPassword ?? false;
  const { title, sentence } = wordsOfSetting(setting);
  return (
    <PasswordField
      label={title}
      hint={hasPassword ? words.common.keptPassword : sentence}
      error={error}
      value={String(value)}
      onChange={onChange}
    />
  );
}
