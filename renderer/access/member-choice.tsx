import { RadioGroup } from 'radix-ui';
import type { AccessView } from '../../services/contract/access.ts';
import { words } from '../words/words.ts';

interface MemberChoiceProps {
  readonly members: AccessView['members'];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** Who gives their PIN. Where there is one only, who that is. */
export function MemberChoice({ members, chosen, onChoose }: MemberChoiceProps) {
  return (
    <RadioGroup.Root
      aria-label={words.access.ask.who}
      value={chosen}
      onValueChange={onChoose}
      className="flex max-h-44 flex-col gap-1 overflow-y-auto p-0.5 short:max-h-36"
    >
      {members.map(({ id, name, role }) => (
        <RadioGroup.Item
          key={id}
          value={id}
          className="flex min-h-12 shrink-0 items-center justify-between gap-3 rounded-xl px-4 py-1 text-left hover:bg-sunken data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent"
        >
          <span className="line-clamp-2 min-w-0 font-medium wrap-anywhere" dir="auto">
            {name}
          </span>
          <span className="shrink-0 text-sm text-quiet">{words.access.roles[role]}</span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
