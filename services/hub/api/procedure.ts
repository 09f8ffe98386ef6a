import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { AuditWho } from '../../contract/audit.ts';
import { Trouble, type TroubleCode } from '../../contract/trouble.ts';
import type { AuditNote } from '../../store/audit.ts';
import type { Door } from '../door.ts';
import { complaintsOf } from '../settings-file.ts';
import type { WrongPassphrases } from '../wrong-passphrases.ts';

/** What every procedure is given: the way to the house, which may be locked. */
export interface ApiContext {
  readonly door: Door;
  /** Which way the call came, as it says itself. */
  readonly who: AuditWho;
  readonly wrongPassphrases: WrongPassphrases;
}

/** What an error carries beside its message, so that the page can show both sentences apart. */
export interface ShownTrouble {
  readonly code: TroubleCode | 'fault';
  readonly what: string;
  readonly advice: string;
}

const t = initTRPC.context<ApiContext>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => {
    const trouble = shownTrouble(error);
    const message = `${trouble.what} ${trouble.advice}`.trim();
    return { ...shape, message, data: { ...shape.data, trouble } };
  },
});

export const { router } = t;

const troubled = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok || !(result.error.cause instanceof Trouble)) return result;
  const trouble = result.error.cause;
  throw new TRPCError({ code: statusOf(trouble.code), message: trouble.sentences, cause: trouble });
});

/** A procedure that also answers while the house is locked. */
export const atTheDoor = troubled;

/**
 * A procedure inside the house: `ctx.house` is what is in it; Trouble `locked` while there is none. `ctx.note` writes into the audit
 * what whoever calls has done.
 */
export const inside = troubled.use(({ ctx, next }) => {
  const { hub } = ctx.door;
  const note = (deed: AuditNote['deed'], to: Pick<AuditNote, 'about' | 'personId'> = {}): void => {
    hub.house.audit.note({ who: ctx.who, deed, ...to });
  };
  return next({ ctx: { ...ctx, hub, house: hub.house, note } });
});

/** What the page is told of an error: never its stack. */
export function shownTrouble(error: TRPCError): ShownTrouble {
  const { cause } = error;
  if (cause instanceof Trouble) return { code: cause.code, what: cause.message, advice: cause.advice };
  if (cause instanceof z.ZodError)
    return {
      code: 'bad_input',
      what: `This can't be taken: ${complaintsOf(cause)}.`,
      advice: 'Correct it and try again.',
    };
  if (error.code === 'INTERNAL_SERVER_ERROR')
    return {
      code: 'fault',
      what: 'Lares made a mistake of its own.',
      advice: 'Its log says more; try again.',
    };
  return {
    code: 'bad_input',
    what: 'This is not a request that Lares knows.',
    advice: 'Reload the page.',
  };
}

function statusOf(code: TroubleCode): TRPCError['code'] {
  switch (code) {
    case 'not_found':
      return 'NOT_FOUND';
    case 'locked':
    case 'wrong_passphrase':
      return 'UNAUTHORIZED';
    case 'refused':
      return 'FORBIDDEN';
    case 'conflict':
      return 'CONFLICT';
    case 'unavailable':
    case 'unreachable':
    case 'missing_model':
    case 'missing_program':
      return 'SERVICE_UNAVAILABLE';
    default:
      return 'BAD_REQUEST';
  }
}
