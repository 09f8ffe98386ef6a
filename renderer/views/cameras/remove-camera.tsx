import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CameraId } from '../../../services/contract/identifiers.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { goTo } from '../../route.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';

interface RemoveCameraProps {
  readonly cameraId: CameraId;
  readonly name: string;
}

export function RemoveCamera({ cameraId, name }: RemoveCameraProps) {
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const remove = useMutation(
    trpc.cameras.remove.mutationOptions({
      onSuccess: async () => {
        goTo({ screen: 'cameras' });
        await Promise.all([
          queries.invalidateQueries(trpc.cameras.list.queryFilter()),
          queries.invalidateQueries(trpc.settings.get.queryFilter()),
        ]);
      },
    }),
  );
  return (
    <>
      <Button
        kind="quiet-danger"
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trash2 aria-hidden className="size-5" />
        {words.cameras.remove}
      </Button>
      <Confirm
        open={asking}
        title={words.cameras.removeTitle(name)}
        detail={words.cameras.removeDetail}
        action={words.cameras.remove}
        busy={remove.isPending}
        error={remove.isError ? sentenceOf(remove.error) : undefined}
        onConfirm={() => {
          remove.mutate({ cameraId });
        }}
        onCancel={() => {
          setAsking(false);
        }}
      />
    </>
  );
}
