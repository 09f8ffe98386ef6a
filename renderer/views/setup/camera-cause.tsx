import { useMutation } from '@tanstack/react-query';
import { LoaderCircle } from 'lucide-react';
import { useEffect } from 'react';
import type { AddressFinding } from '../../../services/contract/setup.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { words } from '../../words/words.ts';
import { withPort } from './with-port.ts';

interface CameraCauseProps {
  /** Where no picture came from. */
  readonly address: string;
  /** The same address with another port. */
  readonly onPort: (address: string) => void;
}

/** Why no picture came, as far as the network tells: who is there, and whether it speaks video at another port. */
export function CameraCause({ address, onPort }: CameraCauseProps) {
  const finding = useMutation(trpc.setup.findFault.mutationOptions());
  const { mutate } = finding;
  useEffect(() => {
    mutate({ address });
  }, [address, mutate]);
  if (finding.isPending)
    return (
      <p role="status" className="flex items-center gap-3 px-4 text-quiet">
        <LoaderCircle aria-hidden className="size-5 motion-safe:animate-turn" />
        {words.setup.cameras.looking}
      </p>
    );
  if (finding.data === undefined) return null;
  const sentences = causeSentences(finding.data);
  const port = portOf(finding.data);
  if (sentences === '') return null;
  return (
    <Message
      kind="info"
      action={
        port !== null && (
          <Button
            onClick={() => {
              onPort(withPort(address, port));
            }}
          >
            {words.setup.cameras.usePort(port)}
          </Button>
        )
      }
    >
      {sentences}
    </Message>
  );
}

function portOf(finding: AddressFinding): number | null {
  return 'video' in finding ? finding.video : null;
}

/** What was found out, in the owner's words; empty where the network knows nothing. */
function causeSentences(finding: AddressFinding): string {
  const { findings } = words.setup.cameras;
  switch (finding.kind) {
    case 'no_network_address':
      return '';
    case 'nobody_there':
      return finding.elsewhere ? findings.elsewhere : findings.nobody_there;
    case 'unknown_name':
    case 'video_port':
      return findings[finding.kind];
    default: {
      const { kind, port, video } = finding;
      return `${findings[kind](port)} ${video === null ? findings.rtsp_off : findings.video_elsewhere(video)}`;
    }
  }
}
