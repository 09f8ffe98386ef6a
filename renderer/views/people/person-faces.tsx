import { useState } from 'react';
import type { FaceId } from '../../../services/contract/identifiers.ts';
import type { Person } from '../../../services/contract/person.ts';
import { Button } from '../../parts/button.tsx';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { words } from '../../words/words.ts';
import { FaceTile } from './face-tile.tsx';
import { RemoveFaces } from './remove-faces.tsx';
import { SplitFaces } from './split-faces.tsx';

type Asking =
  { readonly kind: 'none' } | { readonly kind: 'remove' | 'split'; readonly faceIds: readonly FaceId[] };

/** Every face that is kept. Faces that are wrong are chosen by a tap, then removed or given to somebody else. */
export function PersonFaces({ person }: { readonly person: Person }) {
  const [picked, setPicked] = useState<ReadonlySet<FaceId>>(new Set());
  // A dialog keeps the faces it was opened for: news of its own success come before its answer.
  const [dialog, setDialog] = useState<Asking>({ kind: 'none' });
  const [done, setDone] = useState<string | null>(null);
  // A face that is gone meanwhile is not chosen any more.
  const chosen = person.faces.filter(({ id }) => picked.has(id)).map(({ id }) => id);
  const close = () => {
    setDialog({ kind: 'none' });
  };
  const finish = (sentence: string) => {
    setPicked(new Set());
    setDone(sentence);
    close();
  };
  return (
    <Section title={words.person.faces}>
      {done !== null && (
        <div className="mb-3">
          <Message kind="good">{done}</Message>
        </div>
      )}
      {person.faces.length === 0 && <p className="text-quiet">{words.people.noFaces}</p>}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3">
        {person.faces.map((face) => (
          <li key={face.id}>
            <FaceTile
              face={face}
              chosen={picked.has(face.id)}
              onChoose={() => {
                setDone(null);
                setPicked(picked.symmetricDifference(new Set([face.id])));
              }}
            />
          </li>
        ))}
      </ul>
      {chosen.length === 0 ? (
        person.faces.length > 0 && <p className="mt-3 text-sm text-quiet">{words.person.facesHint}</p>
      ) : (
        <div className="sticky bottom-3 z-10 mt-3 flex flex-wrap items-center gap-2 rounded-card border border-accent bg-card p-2 pl-4 shadow-lg">
          <p role="status" className="mr-auto font-medium">
            {words.person.selected(chosen.length)}
          </p>
          <Button
            kind="faint"
            onClick={() => {
              setPicked(new Set());
            }}
          >
            {words.person.clear}
          </Button>
          <Button
            onClick={() => {
              setDialog({ kind: 'split', faceIds: chosen });
            }}
          >
            {words.person.somebodyElse}
          </Button>
          <Button
            kind="danger"
            onClick={() => {
              setDialog({ kind: 'remove', faceIds: chosen });
            }}
          >
            {words.person.removeFaces(chosen.length)}
          </Button>
        </div>
      )}
      {dialog.kind === 'remove' && (
        <RemoveFaces person={person} faceIds={dialog.faceIds} onDone={finish} onCancel={close} />
      )}
      {dialog.kind === 'split' && (
        <SplitFaces person={person} faceIds={dialog.faceIds} onDone={finish} onClose={close} />
      )}
    </Section>
  );
}
