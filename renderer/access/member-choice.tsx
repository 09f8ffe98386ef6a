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
      className={`grid max-h-48 gap-2 overflow-y-auto p-1 short:max-h-32 ${members.length > 1 ? 'grid-cols-2' : ''}`}
    >
      {members.map(({ id, name, role }) => (
        <RadioGroup.Item
          key={id}
          value={id}
          className="flex min-h-14 min-w-0 flex-col justify-center rounded-xl border border-line px-4 py-1.5 text-left hover:bg-sunken data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent"
        >
          <span className="w-full truncate font-medium" dir="auto">
            {name}
          </span>
          <span className="text-sm text-quiet">{words.access.roles[role]}</span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
