import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShownCamera } from '../../../services/contract/api.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

/** The room of each camera, all saved together. Only what was typed is kept here: news never overwrite it. */
export function CameraRooms({ cameras }: { readonly cameras: readonly ShownCamera[] }) {
  const text = words.setup.rooms;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const queries = useQueryClient();
  const changed = cameras.filter(({ id, area }) => (typed[id] ?? area).trim() !== area);
  const one = useMutation(trpc.cameras.save.mutationOptions());
  const save = useMutation({
    mutationFn: async () => {
      for (const { hasPassword: _, ...camera } of changed)
        await one.mutateAsync({ ...camera, password: '', area: typed[camera.id] ?? '' });
    },
    networkMode: 'always',
    onSuccess: async () => {
      await queries.invalidateQueries(trpc.cameras.list.queryFilter());
      setTyped({});
    },
  });
  return (
    <Card className="p-5">
      <form
        className="flex flex-col gap-5"
        onSubmit={(submit) => {
          submit.preventDefault();
          save.mutate();
        }}
      >
        <div>
          <h2 className="text-lg font-semibold">{text.areas}</h2>
          <p className="mt-1 text-quiet">{cameras.length === 0 ? text.noCameras : text.areaHint}</p>
        </div>
        {cameras.map(({ id, name, area }) => (
          <TextField
            key={id}
            label={text.area(name)}
            placeholder={text.areaPlaceholder}
            maxLength={60}
            value={typed[id] ?? area}
            onChange={(next) => {
              setTyped((before) => ({ ...before, [id]: next }));
            }}
          />
        ))}
        {save.isError && <Message kind="error">{sentenceOf(save.error)}</Message>}
        {save.isSuccess && changed.length === 0 && <Message kind="good">{words.common.saved}</Message>}
        {cameras.length > 0 && (
          <Button type="submit" kind="soft" disabled={changed.length === 0 || save.isPending}>
            {save.isPending ? words.common.saving : text.saveAreas}
          </Button>
        )}
      </form>
    </Card>
  );
}
