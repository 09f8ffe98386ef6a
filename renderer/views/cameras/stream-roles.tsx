import { ChevronDown } from 'lucide-react';
import type { CameraInput } from '../../../services/contract/api.ts';
import { ChoiceField } from '../../parts/choice-field.tsx';
import type { Draft } from '../../parts/draft.ts';
import { words } from '../../words/words.ts';

const roles = ['detect', 'record', 'live'] as const;
const streams = ['auto', 'main', 'sub'] as const;

/** Which stream serves what; hardly anybody needs it, so that it is folded away. */
export function StreamRoles({ draft }: { readonly draft: Draft<CameraInput> }) {
  const { value, edit } = draft;
  return (
    <details className="group rounded-xl border border-line bg-card">
      <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-3 px-4 font-medium text-accent">
        {words.cameras.roles}
        <ChevronDown aria-hidden className="size-5 group-open:rotate-180" />
      </summary>
      <div className="flex flex-col gap-5 px-4 pt-1 pb-4">
        <p className="text-sm text-quiet">{words.cameras.rolesHint}</p>
        {roles.map((role) => (
          <ChoiceField
            key={role}
            label={words.cameras.role[role]}
            value={value.roles[role]}
            choices={streams.map((stream) => ({ value: stream, label: words.cameras.streamChoices[stream] }))}
            onChange={(stream) => {
              edit({ roles: { ...value.roles, [role]: stream } });
            }}
          />
        ))}
      </div>
    </details>
  );
}
