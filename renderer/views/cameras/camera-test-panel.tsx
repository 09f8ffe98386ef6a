import { Camera, LoaderCircle } from 'lucide-react';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { PicturePreview } from '../../parts/picture-preview.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { codecName } from '../../live/codec-name.ts';
import { words } from '../../words/words.ts';
import { jpegOf } from './jpeg-of.ts';
import { useMemo } from 'react';

interface Tested {
  readonly picture: string;
  readonly width: number;
  readonly height: number;
  readonly codec: string;
}

interface CameraTestPanelProps {
  readonly test: {
    readonly isPending: boolean;
    readonly error: unknown;
    readonly data: Tested | undefined;
  };
  readonly onTest: () => void;
}

/** The picture of a camera that is not saved yet, or in plain words why there is none. */
export function CameraTestPanel({ test, onTest }: CameraTestPanelProps) {
  const answered = test.isPending ? undefined : test.data;
  const picture = useMemo(() => (answered === undefined ? null : jpegOf(answered.picture)), [answered]);
  return (
    <Card className="flex flex-col gap-3 p-4">
      <div className="relative grid aspect-video place-items-center overflow-hidden rounded-xl bg-sunken text-quiet">
        {picture === null ? (
          <div role="status" className="flex flex-col items-center gap-2 px-6 text-center text-sm">
            {test.isPending ? (
              <LoaderCircle aria-hidden className="size-8 motion-safe:animate-turn" strokeWidth={1.5} />
            ) : (
              <Camera aria-hidden className="size-8" strokeWidth={1.5} />
            )}
            {test.isPending ? words.cameras.testing : words.cameras.testEmpty}
          </div>
        ) : (
          <PicturePreview
            picture={picture}
            label={words.cameras.testPicture}
            otherwise={words.cameras.testBad}
            className="size-full object-contain"
          />
        )}
      </div>
      {!test.isPending && test.error !== null && (
        <Message kind="error" title={words.cameras.testBad}>
          {sentenceOf(test.error)}
        </Message>
      )}
      {answered !== undefined && (
        <Message kind="good">
          {words.cameras.testGood(`${answered.width} × ${answered.height}`, codecName(answered.codec))}
        </Message>
      )}
      <Button disabled={test.isPending} onClick={onTest}>
        {words.cameras.test}
      </Button>
    </Card>
  );
}
