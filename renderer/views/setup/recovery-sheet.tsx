import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useNow } from '../../house/now.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { showFirstError } from '../../parts/first-error.ts';
import { useLeaveGuard } from '../../parts/leave-guard.ts';
import { TextField } from '../../parts/text-field.tsx';
import { date } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { QrCode } from './qr-code.tsx';
import { isSameGroup } from './same-group.ts';

interface RecoverySheetProps {
  /** Seven groups of four, with hyphens between. */
  readonly code: string;
  readonly onConfirmed: () => void;
}

/** The code on a sheet that can be printed, and the question that tells whether it is on paper. */
export function RecoverySheet({ code, onConfirmed }: RecoverySheetProps) {
  const text = words.setup.key;
  const groups = code.split('-');
  const [asked] = useState(() => Math.floor(Math.random() * groups.length));
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const isRight = isSameGroup(typed, groups[asked] ?? '');
  const today = useNow(60_000);
  const guard = useLeaveGuard(true);
  return (
    <Card className="flex max-w-3xl flex-col gap-6 p-5 md:p-6">
      <div data-sheet className="flex flex-wrap items-center gap-x-6 gap-y-5">
        <QrCode text={code} label={text.qr} className="size-36 shrink-0 print:size-56" />
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="text-lg font-semibold print:text-2xl">{text.sheet}</h2>
          <p className="mt-1 text-quiet print:hidden">{text.recoveryDetail}</p>
          <p className="mt-2 hidden print:block">{text.sheetDetail}</p>
          <p className="mt-2 hidden print:block">{text.sheetDay(date(today))}</p>
        </div>
        <Code code={code} />
      </div>
      <form
        noValidate
        className="flex flex-col gap-4 border-t border-line pt-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          setTried(true);
          if (isRight) onConfirmed();
          else showFirstError(submit.currentTarget);
        }}
      >
        <TextField
          label={text.confirm(asked + 1)}
          hint={text.confirmHint}
          dir="ltr"
          autoCapitalize="characters"
          maxLength={12}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setTried(false);
          }}
          error={tried && !isRight ? text.wrongGroup : undefined}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button
            onClick={() => {
              window.print();
            }}
          >
            <Printer aria-hidden className="size-5" />
            {text.print}
          </Button>
          <Button type="submit" kind="primary" disabled={typed.trim() === ''}>
            {text.confirmAction}
          </Button>
        </div>
      </form>
      <Confirm
        kind="primary"
        title={text.leaveTitle}
        detail={text.leaveDetail}
        action={text.leaveAction}
        open={guard.asks}
        onConfirm={guard.leave}
        onCancel={guard.stay}
      />
    </Card>
  );
}

/** Group by group, with numbers to compare by. */
function Code({ code }: { readonly code: string }) {
  return (
    <ol
      aria-label={words.setup.key.code}
      data-code
      className="grid w-full grid-cols-2 gap-2 font-mono text-2xl font-semibold sm:grid-cols-4"
    >
      {code.split('-').map((group, index) => (
        <li
          // The groups of one code never change their order.
          key={`${index}${group}`}
          className="flex items-baseline justify-center gap-2.5 rounded-lg bg-sunken px-3 py-1.5 tracking-wider"
        >
          <span aria-hidden className="font-sans text-sm font-normal tracking-normal text-quiet">
            {index + 1}
          </span>
          {group}
        </li>
      ))}
    </ol>
  );
}
