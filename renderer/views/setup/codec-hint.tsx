import { useEffect, useState } from 'react';
import { codecName } from '../../live/codec-name.ts';
import { Message } from '../../parts/message.tsx';
import { words } from '../../words/words.ts';

/** H.265 Main at level 4, as cameras send it (ISO/IEC 14496-15, annex E). */
const h265 = 'hvc1.1.6.L120.90';

/** Whether this browser shows what the camera sends, where that is not sure. */
export function CodecHint({ codec }: { readonly codec: string }) {
  const [plays, setPlays] = useState<boolean | null>(null);
  const isH265 = codecName(codec) === 'H.265';
  useEffect(() => {
    if (!isH265) return;
    let wanted = true;
    void playsH265().then((can) => {
      if (wanted) setPlays(can);
    });
    return () => {
      wanted = false;
    };
  }, [isH265]);
  if (!isH265 || plays === null) return null;
  return <Message kind="info">{plays ? words.setup.cameras.h265 : words.setup.cameras.convert}</Message>;
}

async function playsH265(): Promise<boolean> {
  if (!('VideoDecoder' in globalThis)) return false;
  const { supported } = await VideoDecoder.isConfigSupported({ codec: h265 }).catch(() => ({
    supported: false,
  }));
  return supported === true;
}
