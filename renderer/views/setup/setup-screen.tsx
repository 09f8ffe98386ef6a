import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SetupPlace } from '../../../services/contract/setup.ts';
import { useHealth } from '../../house/health.ts';
import { trpc } from '../../hub.ts';
import { hrefOf } from '../../route.ts';
import { words } from '../../words/words.ts';
import { AccessStep } from './access-step.tsx';
import { CamerasStep } from './cameras-step.tsx';
import { EndStep } from './end-step.tsx';
import { KeyStep } from './key-step.tsx';
import { LanguageStep } from './language-step.tsx';
import { PeopleStep } from './people-step.tsx';
import { RoomsStep } from './rooms-step.tsx';
import { SetupProgress } from './setup-progress.tsx';
import { useLiveSetup } from './setup-news.ts';
import { SoundStep } from './sound-step.tsx';

/** The set-up, one step at a time; without `at` it goes on where it was, in whichever browser that was. */
export function SetupScreen({ at }: { readonly at: SetupPlace | null }) {
  const setup = useQuery(trpc.setup.get.queryOptions()).data;
  const isLocked = useHealth()?.key.kind === 'locked';
  const goTo = useMutation(trpc.setup.goTo.mutationOptions());
  const { mutate } = goTo;
  const remembered = setup?.at;
  useEffect(() => {
    if (at !== null) mutate({ at });
  }, [at, mutate]);
  useEffect(() => {
    if (at === null && remembered !== undefined)
      location.replace(hrefOf({ screen: 'setup', at: remembered }));
  }, [at, remembered]);
  if (setup === undefined || at === null)
    return (
      <p role="status" className="p-8 text-quiet">
        {words.common.loading}
      </p>
    );
  return (
    <div className="flex min-h-full flex-col lg:flex-row">
      {!isLocked && <News />}
      <SetupProgress setup={setup} at={at} />
      <div data-step={at} className="flex min-w-0 flex-1 flex-col">
        <Step key={at} at={at} />
      </div>
    </div>
  );
}

/** A subscription ends when the house is locked; mounted anew it begins again. */
function News() {
  useLiveSetup();
  return null;
}

function Step({ at }: { readonly at: SetupPlace }) {
  switch (at) {
    case 'language':
      return <LanguageStep />;
    case 'key':
      return <KeyStep />;
    case 'cameras':
      return <CamerasStep />;
    case 'sound':
      return <SoundStep />;
    case 'people':
      return <PeopleStep />;
    case 'rooms':
      return <RoomsStep />;
    case 'access':
      return <AccessStep />;
    case 'end':
      return <EndStep />;
  }
}
