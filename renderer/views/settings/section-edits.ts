import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isTRPCClientError } from '@trpc/client';
import { useRef, useState } from 'react';
import { type ShownSettings, SettingsUpdate } from '../../../services/contract/api.ts';
import { trpc } from '../../hub.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { complaints } from './complaints.ts';
import { conflicts, edited, editedAt, type Edits, keepMine, valueAt, withoutSaved } from './edits.ts';
import { settingSections } from './setting.ts';

/** All that was changed and is not saved, by section. It outlives the section's form, not the screen. */
export type AllEdits = Readonly<Record<string, Edits>>;

export type ChangeEdits = (change: (edits: Edits) => Edits) => void;

export interface SectionEdits {
  /** As it would be saved. */
  readonly value: object;
  readonly edits: Edits;
  /** By path, once saving was tried. */
  readonly errors: Readonly<Record<string, string>>;
  readonly theirs: readonly { readonly path: string; readonly theirs: unknown }[];
  readonly error: string | undefined;
  readonly state: 'unchanged' | 'changed' | 'saving' | 'saved';
  readonly change: (path: string, value: unknown) => void;
  /** For what is seen at once whether it is right. */
  readonly changeAndSave: (path: string, value: unknown) => void;
  readonly keepMine: (path: string) => void;
  readonly takeTheirs: (path: string) => void;
  readonly save: () => void;
  readonly discard: () => void;
}

interface Wanted {
  readonly section: string;
  readonly settings: ShownSettings;
  readonly edits: Edits;
  readonly onEdits: ChangeEdits;
}

/** What the owner changes in one section, over what is stored now; only the changes are kept, so that news overwrite none. */
export function useSectionEdits(wanted: Wanted): SectionEdits {
  const { section, settings, edits, onEdits } = wanted;
  const [tried, setTried] = useState(false);
  const stored = storedSection(settings, section);
  const value = edited(stored, edits);
  const wrong = complaints([section, value], settingSections[section] ?? []);
  const theirs = conflicts(stored, edits);
  const { update, send } = useSending(wanted, stored);
  const changed = Object.keys(edits).length > 0;
  return {
    ...{ value, edits, theirs, errors: tried ? wrong : {} },
    error: update.isError && !isConflict(update.error) ? sentenceOf(update.error) : undefined,
    state: update.isPending ? 'saving' : changed ? 'changed' : update.isSuccess ? 'saved' : 'unchanged',
    change: (path, next) => {
      onEdits((present) => editedAt(stored, present, [path, next]));
    },
    changeAndSave: (path, next) => {
      onEdits((present) => editedAt(stored, present, [path, next]));
      send(editedAt(stored, {}, [path, next]));
    },
    keepMine: (path) => {
      onEdits((present) => keepMine(stored, present, path));
    },
    takeTheirs: (path) => {
      onEdits(({ [path]: _, ...others }) => others);
    },
    save: () => {
      setTried(true);
      if (Object.keys(wrong).length === 0 && theirs.length === 0) send(edits);
    },
    discard: () => {
      setTried(false);
      update.reset();
      onEdits(() => ({}));
    },
  };
}

/** Saves a section with some edits, unless somebody else was faster. */
function useSending({ section, settings, onEdits }: Wanted, stored: object) {
  const queries = useQueryClient();
  const underWay = useRef<Edits>({});
  const update = useMutation(
    trpc.settings.update.mutationOptions({
      // Also when another section is looked at by then.
      onSuccess: (all) => {
        queries.setQueryData(trpc.settings.get.queryKey(), all);
        onEdits((present) => withoutSaved(present, underWay.current));
      },
      // Another screen was faster: what it saved is shown, and this one chooses.
      onError: () => queries.invalidateQueries(trpc.settings.get.queryFilter()),
    }),
  );
  const send = (sent: Edits): void => {
    const revisions = { [section]: settings.revisions[section] ?? '' };
    underWay.current = sent;
    update.mutate(SettingsUpdate.parse({ [section]: edited(stored, sent), revisions }));
  };
  return { update, send };
}

/** A section as its form has it: a password that is never told is empty in it. */
export function storedSection(settings: ShownSettings, section: string): object {
  const { hasPassword: _, ...mqtt } = settings.mqtt;
  if (section === 'mqtt') return { ...mqtt, password: '' };
  const stored = valueAt(settings, section);
  return typeof stored === 'object' && stored !== null ? stored : {};
}

/** The hub refused since somebody else had changed the same. */
function isConflict(error: unknown): boolean {
  return isTRPCClientError(error) && valueAt(error.data, 'trouble.code') === 'conflict';
}
