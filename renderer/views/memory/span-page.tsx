import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { MemorySpan, type SpanContents } from '../../../services/contract/memory.ts';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Field } from '../../parts/field.tsx';
import { selectStyle } from '../../parts/field-style.ts';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { SelectFrame } from '../../parts/select-frame.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { CaseDialog } from './case-dialog.tsx';
import { countWords } from './count-words.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { EraseWork } from './erase-work.tsx';
import { localText, startOfToday } from './local-time.ts';

/** A stretch of time, what is kept of it, and the ways to erase it or give it away. */
export function SpanPage() {
  const text = words.memory.span;
  const [typed, setTyped] = useState(() => ({
    from: localText(startOfToday()),
    to: localText(Date.now()),
    camera: '',
  }));
  const [open, setOpen] = useState<'nothing' | 'erase' | 'case'>('nothing');
  const cameras = useHealth()?.cameras ?? [];
  const { camera } = typed;
  const [fromMs, toMs] = [Date.parse(typed.from), Date.parse(typed.to)];
  const span = MemorySpan.safeParse({ fromMs, toMs, ...(camera === '' ? {} : { cameraId: camera }) }).data;
  const edit = (field: keyof typeof typed) => (value: string) => {
    setTyped((before) => ({ ...before, [field]: value }));
  };
  const close = (): void => {
    setOpen('nothing');
  };
  return (
    <Section title={text.title} className="max-lg:[&>:first-child]:sr-only">
      <p className="mb-4 text-quiet">{text.detail}</p>
      <Card className="flex flex-col gap-5 p-5">
        <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
          <TextField type="datetime-local" label={text.from} value={typed.from} onChange={edit('from')} />
          <TextField
            type="datetime-local"
            label={text.to}
            value={typed.to}
            onChange={edit('to')}
            error={span === undefined ? text.wrong : undefined}
          />
        </div>
        <Field label={text.camera}>
          {(control) => (
            <SelectFrame>
              <select
                {...control}
                className={selectStyle}
                value={camera}
                onChange={({ target }) => {
                  edit('camera')(target.value);
                }}
              >
                <option value="">{text.allCameras}</option>
                {cameras.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </SelectFrame>
          )}
        </Field>
        {span && <Contents span={span} onOpen={setOpen} />}
        <EraseWork />
      </Card>
      {span && <EraseDialog open={open === 'erase'} span={span} onClose={close} />}
      {span && <CaseDialog open={open === 'case'} span={span} onClose={close} />}
    </Section>
  );
}

interface ContentsProps {
  readonly span: MemorySpan;
  readonly onOpen: (open: 'erase' | 'case') => void;
}

/** What there is, before somebody decides anything. */
function Contents({ span, onOpen }: ContentsProps) {
  const text = words.memory.span;
  const contents = useQuery({ ...trpc.memory.previewSpan.queryOptions(span), staleTime: 0, gcTime: 0 });
  if (contents.isError) return <Message kind="error">{sentenceOf(contents.error)}</Message>;
  if (contents.data === undefined) return <p className="text-quiet">{text.looking}</p>;
  if (isEmpty(contents.data)) return <p className="text-quiet">{text.nothing}</p>;
  const { goes, kept } = contents.data;
  return (
    <div className="border-t border-line pt-4">
      <p role="status" className="text-lg font-semibold">
        {countWords(goes) || text.nothing}
      </p>
      {countWords(kept) !== '' && <p className="mt-1 text-quiet">{text.kept(countWords(kept))}</p>}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          onClick={() => {
            onOpen('case');
          }}
        >
          {text.export}
        </Button>
        <Button
          kind="danger"
          onClick={() => {
            onOpen('erase');
          }}
        >
          {text.erase}
        </Button>
      </div>
    </div>
  );
}

function isEmpty({ goes, kept }: SpanContents): boolean {
  return countWords(goes) === '' && countWords(kept) === '';
}
