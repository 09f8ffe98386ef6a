import { lazy, Suspense } from 'react';
import { usePinQuestion } from './pin-question.ts';

const PinDialog = lazy(async () => ({ default: (await import('./pin-dialog.tsx')).PinDialog }));

/** Where the page asks for a PIN, above whatever it shows. */
export function AskPin() {
  const question = usePinQuestion();
  if (question === null) return null;
  return (
    <Suspense fallback={null}>
      <PinDialog permission={question.permission} />
    </Suspense>
  );
}
