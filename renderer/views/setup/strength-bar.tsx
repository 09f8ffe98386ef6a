import { words } from '../../words/words.ts';
import { strengthOf, type Strength } from './passphrase-strength.ts';

const parts = ['weak', 'fair', 'good', 'strong'] as const;
const colours: Readonly<Record<Strength, string>> = {
  weak: 'bg-bad',
  fair: 'bg-wanted',
  good: 'bg-good',
  strong: 'bg-good',
};

/** How strong a passphrase is, in four steps and a sentence. */
export function StrengthBar({ passphrase }: { readonly passphrase: string }) {
  const text = words.setup.key;
  const strength = strengthOf(passphrase);
  const reached = parts.indexOf(strength);
  return (
    <div>
      <div aria-hidden className="flex gap-1.5">
        {parts.map((part, index) => (
          <span
            key={part}
            className={`h-2 flex-1 rounded-full ${index <= reached ? colours[strength] : 'bg-line'}`}
          />
        ))}
      </div>
      <p
        role="status"
        aria-label={text.strength}
        data-strength={strength}
        className="mt-1.5 text-sm font-medium"
      >
        {text.strengths[strength]}
      </p>
    </div>
  );
}
