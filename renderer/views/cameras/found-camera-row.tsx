import { Cctv, ChevronRight } from 'lucide-react';
import type { FoundCamera } from '../../../services/contract/onvif.ts';
import { words } from '../../words/words.ts';

interface FoundCameraRowProps {
  readonly camera: FoundCamera;
  /** A camera of the house has this host. */
  readonly isKnown: boolean;
  readonly onChoose: () => void;
}

/** One camera that answered the search. */
export function FoundCameraRow({ camera, isKnown, onChoose }: FoundCameraRowProps) {
  const { name, hardware, address } = camera;
  const detail = [hardware === name ? '' : hardware, address].filter((part) => part !== '').join(' · ');
  return (
    <button
      type="button"
      onClick={onChoose}
      data-found={camera.urn}
      className="flex min-h-18 w-full items-center gap-4 px-4 -outline-offset-3 py-3 text-left hover:bg-sunken"
    >
      <Cctv aria-hidden className="size-6 shrink-0 text-quiet" strokeWidth={1.5} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-lg font-semibold" dir="auto">
          {name}
        </span>
        {detail !== name && (
          <span className="block truncate text-quiet tabular-nums" dir="ltr">
            {detail}
          </span>
        )}
      </span>
      {isKnown && (
        <span className="shrink-0 rounded-md bg-accent-soft px-2 py-0.5 text-sm font-medium text-accent">
          {words.finding.known}
        </span>
      )}
      <ChevronRight aria-hidden className="size-5 shrink-0 text-quiet rtl:rotate-180" />
    </button>
  );
}
