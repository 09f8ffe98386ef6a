import { useState } from 'react';
import { useHealth } from './house/health.ts';
import { Button } from './parts/button.tsx';
import { words } from './words/words.ts';

/** A kiosk runs for months: after an update of the hub it offers the page that belongs to it. */
export function UpdateBanner() {
  const version = useHealth()?.version;
  const [first, setFirst] = useState(version);
  if (first === undefined && version !== undefined) setFirst(version);
  if (first === version || version === undefined || first === undefined) return null;
  return (
    <div role="status" className="flex items-center justify-between gap-4 bg-accent-soft px-4 py-2 md:px-6">
      <p>{words.hub.updated}</p>
      <Button
        kind="primary"
        onClick={() => {
          location.reload();
        }}
      >
        {words.hub.reload}
      </Button>
    </div>
  );
}
