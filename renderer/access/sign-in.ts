import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccessView, MemberId, Permission, SignInAnswer } from '../../services/contract/access.ts';
import { trpc } from '../hub.ts';
import { sentenceOf } from '../words/sentence.ts';
import { answerPin } from './pin-question.ts';

/** What became of the last try. */
export type SignInState =
  | { readonly kind: 'ready' | 'busy' | 'not_enough' }
  | Exclude<SignInAnswer, { readonly kind: 'open' }>
  | { readonly kind: 'failed'; readonly why: string };

export interface SignInDeed {
  readonly state: SignInState;
  readonly byPin: (memberId: MemberId, pin: string) => void;
  readonly bySecret: (secret: string) => void;
  readonly reset: () => void;
}

/** Gives a PIN or the passphrase to the hub, and answers the question once somebody is signed in who may do what it is for. */
export function useSignIn(permission: Permission | null): SignInDeed {
  const queries = useQueryClient();
  const [state, setState] = useState<SignInState>({ kind: 'ready' });
  const opened = async (): Promise<void> => {
    const view = await queries.query({ ...trpc.access.now.queryOptions(), staleTime: 0 });
    if (isEnough(view, permission)) answerPin(true);
    else setState({ kind: 'not_enough' });
  };
  const onError = (error: unknown): void => {
    setState({ kind: 'failed', why: sentenceOf(error) });
  };
  const signIn = useMutation(
    trpc.access.signIn.mutationOptions({
      onSuccess: (answer) => {
        if (answer.kind === 'open') return opened();
        setState(answer);
        return undefined;
      },
      onError,
    }),
  );
  const recover = useMutation(trpc.access.recover.mutationOptions({ onSuccess: opened, onError }));
  return {
    state: signIn.isPending || recover.isPending ? { kind: 'busy' } : state,
    byPin: (memberId, pin) => {
      signIn.mutate({ memberId, pin });
    },
    bySecret: (secret) => {
      recover.mutate({ secret });
    },
    reset: () => {
      setState({ kind: 'ready' });
    },
  };
}

function isEnough({ may }: AccessView, permission: Permission | null): boolean {
  return permission === null || may.includes(permission);
}
