import { useMutation, useQuery } from '@tanstack/react-query';
import { Cctv, Plus } from 'lucide-react';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { CameraCard } from './camera-card.tsx';

/** The cameras of the house, to be set up. */
export function CamerasScreen() {
  const health = useHealth();
  const cameras = useQuery(trpc.cameras.list.queryOptions());
  const useDemo = useMutation(trpc.settings.useDemo.mutationOptions());
  const views = health?.cameras ?? [];
  const own = cameras.data ?? [];
  const listed = own.map(({ id, name, area }) => ({ id, name, area, demo: false }));
  const shown = views.some((view) => view.demo) ? views : listed;
  const add = (
    <ButtonLink to={{ screen: 'new-camera' }} kind="primary">
      <Plus aria-hidden className="size-5" />
      {words.cameras.add}
    </ButtonLink>
  );
  return (
    <Screen title={words.cameras.title} width="narrow" actions={shown.length > 0 ? add : undefined}>
      {cameras.isError && <Message kind="error">{sentenceOf(cameras.error)}</Message>}
      {useDemo.isError && <Message kind="error">{sentenceOf(useDemo.error)}</Message>}
      {health?.demo === true && (
        <div className="mb-4">
          <Message kind="info" title={words.home.demoTitle}>
            {words.cameras.demo}
          </Message>
        </div>
      )}
      {cameras.isSuccess && shown.length === 0 && (
        <EmptyState icon={Cctv} title={words.cameras.empty} detail={words.cameras.emptyDetail}>
          {add}
          <Button
            disabled={useDemo.isPending}
            onClick={() => {
              useDemo.mutate({ demo: true });
            }}
          >
            {words.cameras.backToDemo}
          </Button>
        </EmptyState>
      )}
      <ul className="grid grid-cols-1 gap-3">
        {shown.map(({ id, name, area, demo }) => (
          <li key={id}>
            <CameraCard
              camera={{ id, name, area, demo }}
              state={views.find((view) => view.id === id)?.state ?? { kind: 'off' }}
            />
          </li>
        ))}
      </ul>
    </Screen>
  );
}
