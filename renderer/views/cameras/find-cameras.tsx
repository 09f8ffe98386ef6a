import { useQuery } from '@tanstack/react-query';
import { LoaderCircle, RotateCw, SearchX } from 'lucide-react';
import { useState } from 'react';
import type { FoundCamera } from '../../../services/contract/onvif.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Message } from '../../parts/message.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { useCameraSearch, type CameraSearch } from './camera-search.ts';
import { FoundCameraRow } from './found-camera-row.tsx';
import { hostOf } from './host-of.ts';

interface FindCamerasProps {
  readonly onChoose: (camera: Pick<FoundCamera, 'name' | 'address' | 'xaddr'>) => void;
  /** The owner knows the address of the stream. */
  readonly onType: () => void;
}

/** Looks for the cameras of the network, by itself; who is not found is asked by address, or typed in. */
export function FindCameras({ onChoose, onType }: FindCamerasProps) {
  const search = useCameraSearch();
  const cameras = useQuery(trpc.cameras.list.queryOptions());
  const known = new Set((cameras.data ?? []).map(({ address }) => hostOf(address)));
  const sorted = search.found.toSorted((a, b) =>
    a.address.localeCompare(b.address, words.language, { numeric: true }),
  );
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
      {search.isOver && search.found.length === 0 ? (
        <NoneFound search={search} />
      ) : (
        <Card className="divide-y divide-line p-2">
          <SearchState search={search} />
          {sorted.map((camera) => (
            <FoundCameraRow
              key={camera.urn}
              camera={camera}
              isKnown={known.has(camera.address)}
              onChoose={() => {
                onChoose(camera);
              }}
            />
          ))}
        </Card>
      )}
      <ByHand onChoose={onChoose} onType={onType} />
    </div>
  );
}

function SearchState({ search }: { readonly search: CameraSearch }) {
  return (
    <div className="flex min-h-16 flex-wrap items-center gap-3 px-4 pb-2">
      {!search.isOver && (
        <LoaderCircle aria-hidden className="size-5 shrink-0 text-accent motion-safe:animate-turn" />
      )}
      <p role="status" className="min-w-0 flex-1 font-medium">
        {search.isOver ? words.finding.found(search.found.length) : words.finding.searching}
      </p>
      {search.isOver && <SearchAgain search={search} />}
    </div>
  );
}

function NoneFound({ search }: { readonly search: CameraSearch }) {
  if (search.error !== null)
    return (
      <Message kind="error" action={<SearchAgain search={search} />}>
        {sentenceOf(search.error)}
      </Message>
    );
  return (
    <EmptyState icon={SearchX} title={words.finding.none} detail={words.finding.noneDetail}>
      <SearchAgain search={search} />
    </EmptyState>
  );
}

function SearchAgain({ search }: { readonly search: CameraSearch }) {
  return (
    <Button onClick={search.again}>
      <RotateCw aria-hidden className="size-5" />
      {words.finding.again}
    </Button>
  );
}

function ByHand({ onChoose, onType }: FindCamerasProps) {
  const [address, setAddress] = useState('');
  return (
    <Card className="flex flex-col gap-5 p-5">
      <h2 className="text-lg font-semibold">{words.finding.notInList}</h2>
      <form
        className="flex flex-col gap-3"
        onSubmit={(submit) => {
          submit.preventDefault();
          const typed = address.trim();
          if (typed !== '') onChoose({ name: '', address: typed, xaddr: typed });
        }}
      >
        <TextField
          label={words.finding.address}
          placeholder="192.168.1.20"
          hint={words.finding.addressHint}
          inputMode="url"
          dir="ltr"
          value={address}
          onChange={setAddress}
        />
        <Button type="submit" disabled={address.trim() === ''}>
          {words.finding.ask}
        </Button>
      </form>
      <div className="flex flex-col gap-2 border-t border-line pt-5">
        <p className="text-quiet">{words.finding.typeDetail}</p>
        <Button onClick={onType}>{words.finding.type}</Button>
      </div>
    </Card>
  );
}
