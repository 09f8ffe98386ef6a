import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { z } from 'zod';
import { Permission, riskyPermissions } from '../../services/contract/access.ts';
import type { Api } from '../../services/hub/api.ts';
import { askForPin } from './pin-question.ts';

const Refused = z.object({
  trouble: z.object({ code: z.literal('pin_needed'), permission: Permission }),
});

/** What a PIN would allow; null where the trouble is another. */
export function neededPermission(error: unknown): Permission | null {
  if (!(error instanceof TRPCClientError)) return null;
  return Refused.safeParse(error.data).data?.trouble.permission ?? null;
}

/**
 * Asks for a PIN where the hub wants one, and then wishes again, so that no view needs to know. What the page only looks at by itself is
 * not worth a question: it is left out until somebody signs in.
 */
export const pinLink: TRPCLink<Api> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let end = (): void => undefined;
      let isOver = false;
      const wish = (isAgain: boolean): void => {
        const wished = next(op).subscribe({
          next: (value) => {
            observer.next(value);
          },
          complete: () => {
            observer.complete();
          },
          error: (error) => {
            const permission = isAgain ? null : neededPermission(error);
            const isAsked =
              permission !== null && (op.type === 'mutation' || riskyPermissions.includes(permission));
            if (!isAsked) {
              observer.error(error);
              return;
            }
            void askForPin(permission).then((isOpen) => {
              if (isOver) return;
              if (isOpen) wish(true);
              else observer.error(error);
            });
          },
        });
        end = () => {
          wished.unsubscribe();
        };
      };
      wish(false);
      return () => {
        isOver = true;
        end();
      };
    });
