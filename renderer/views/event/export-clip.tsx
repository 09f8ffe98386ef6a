import { Save } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Clip } from '../../../services/contract/clip.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { percent } from '../../words/numbers.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { downloadClip, NotSaved } from './download-clip.ts';

interface ExportClipProps {
  readonly clip: Clip;
  readonly label: string;
}

type Saving =
  | { readonly kind: 'no' }
  | { readonly kind: 'saving'; readonly share: number }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly why: string };

/** Saves a recording as a file, with a bar that tells how far it is, and a way to stop. */
export function ExportClip({ clip, label }: ExportClipProps) {
  const [saving, setSaving] = useState<Saving>({ kind: 'no' });
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);
  const start = (): void => {
    const controller = new AbortController();
    abort.current = controller;
    setSaving({ kind: 'saving', share: 0 });
    const onShare = (share: number): void => {
      setSaving({ kind: 'saving', share });
    };
    downloadClip(clip, { signal: controller.signal, onShare }).then(
      () => {
        setSaving({ kind: 'saved' });
      },
      (error: unknown) => {
        setSaving(controller.signal.aborted ? { kind: 'no' } : { kind: 'failed', why: whyOf(error) });
      },
    );
  };
  if (saving.kind === 'saving')
    return (
      <div className="flex min-h-12 flex-1 basis-64 items-center gap-3">
        <div
          role="progressbar"
          aria-label={words.event.saving}
          aria-valuenow={Math.round(saving.share * 100)}
          className="h-2 flex-1 overflow-hidden rounded-full bg-line"
        >
          <div className="h-full bg-accent" style={{ width: `${saving.share * 100}%` }} />
        </div>
        <span className="w-12 text-right text-sm text-quiet tabular-nums">{percent(saving.share)}</span>
        <Button onClick={() => abort.current?.abort()}>{words.common.cancel}</Button>
      </div>
    );
  return (
    <>
      <Button kind="quiet" onClick={start}>
        <Save aria-hidden className="size-5" />
        {label}
      </Button>
      {saving.kind === 'saved' && (
        <span role="status" className="text-sm font-medium text-good">
          {words.common.saved}
        </span>
      )}
      {saving.kind === 'failed' && <Message kind="error">{saving.why}</Message>}
    </>
  );
}

function whyOf(error: unknown): string {
  return error instanceof NotSaved ? error.message : sentenceOf(error);
}
