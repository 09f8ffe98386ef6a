import type { ShownSettings } from '../../../services/contract/api.ts';
import { useHealth } from '../../house/health.ts';
import { useNow } from '../../house/now.ts';
import { useDraft } from '../../parts/draft.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { StateDot } from '../../parts/state-dot.tsx';
import { SwitchField } from '../../parts/switch-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { words } from '../../words/words.ts';
import { brokerRow } from '../health/broker-row.ts';
import { useSaveSettings } from './save-settings.ts';
import { SettingsForm } from './settings-form.tsx';

export function MqttForm({ stored }: { readonly stored: ShownSettings['mqtt'] }) {
  const { hasPassword, ...rest } = stored;
  const draft = useDraft({ ...rest, password: '' });
  const saving = useSaveSettings('mqtt', draft);
  const { value, edit } = draft;
  const set = (field: 'url' | 'username' | 'password' | 'discoveryPrefix') => (text: string) => {
    edit({ [field]: text });
  };
  return (
    <SettingsForm title={words.settings.mqtt} saving={saving}>
      <SwitchField
        label={words.settings.mqttEnabled}
        hint={words.settings.mqttEnabledHint}
        checked={value.enabled}
        onChange={(enabled) => {
          edit({ enabled });
        }}
      />
      {stored.enabled && <BrokerNow />}
      {value.enabled && (
        <>
          <TextField
            label={words.settings.url}
            inputMode="url"
            dir="ltr"
            value={value.url}
            onChange={set('url')}
            error={saving.errors['url']}
          />
          <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
            <TextField
              label={words.settings.username}
              value={value.username}
              onChange={set('username')}
              error={saving.errors['username']}
            />
            <PasswordField
              label={words.settings.password}
              value={value.password}
              onChange={set('password')}
              hint={hasPassword ? words.common.keptPassword : undefined}
              error={saving.errors['password']}
            />
          </div>
          <TextField
            label={words.settings.discoveryPrefix}
            hint={words.settings.discoveryPrefixHint}
            value={value.discoveryPrefix}
            onChange={set('discoveryPrefix')}
            error={saving.errors['discoveryPrefix']}
          />
        </>
      )}
    </SettingsForm>
  );
}

/** How the saved broker does right now. */
function BrokerNow() {
  const broker = useHealth()?.broker;
  const now = useNow(10_000);
  if (broker === undefined || broker.kind === 'off') return null;
  const { mood, state, details } = brokerRow(broker, now);
  return (
    <div className="rounded-xl bg-sunken px-4 py-3">
      <StateDot mood={mood}>{state}</StateDot>
      {details.map((detail) => (
        <p key={detail} className="mt-0.5 text-sm text-quiet wrap-anywhere">
          {detail}
        </p>
      ))}
    </div>
  );
}
