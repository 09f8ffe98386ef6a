import { useState } from 'react';

/**
 * Gives the focus back to what opened a dialog, for `onCloseAutoFocus`. Radix does so only for its own triggers. To be used
 * in a component that is mounted when the dialog opens: what has the focus at that moment is the opener.
 */
export function useFocusReturn(): (event: Event) => void {
  const [opener] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
}
