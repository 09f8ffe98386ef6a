import { useMutation, useQuery } from '@tanstack/react-query';
import { Cctv, Hourglass, Plus } from 'lucide-react';
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
  const demo = health?.demo ?? false;
  const shown = demo ? views : listed;
  const add = (
    <ButtonLink to={{ screen: 'new-camera' }} kind="primary">
      <Plus aria-hidden className="size-5" />
      {words.cameras.add}
    </ButtonLink>
  );
  return (
    <Screen title={words.cameras.title} width="narrow" actions={shown.length > 0 || demo ? add : undefined}>
      {cameras.isError && <Message kind="error">{sentenceOf(cameras.error)}</Message>}
      {useDemo.isError && <Message kind="error">{sentenceOf(useDemo.error)}</Message>}
      {demo && (
        <div className="mb-4">
          <Message kind="info" title={words.home.demoTitle}>
            {words.cameras.demo}
          </Message>
        </div>
      )}
      {demo && shown.length === 0 && (
        <EmptyState icon={Hourglass} title={words.home.makingDemo} detail={words.home.makingDemoDetail} />
      )}
      {cameras.isSuccess && !demo && shown.length === 0 && (
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
