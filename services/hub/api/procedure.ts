import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { type Permission, PinNeeded } from '../../contract/access.ts';
import { Trouble, type TroubleCode } from '../../contract/trouble.ts';
import type { AuditNote } from '../../store/audit.ts';
import type { Caller } from '../access/caller.ts';
import type { Door } from '../door.ts';
import { complaintsOf } from '../settings-file.ts';
import type { WrongPassphrases } from '../wrong-passphrases.ts';

/** What every procedure is given: the way to the house, which may be locked. */
export interface ApiContext {
  readonly door: Door;
  readonly caller: Caller;
  readonly wrongPassphrases: WrongPassphrases;
}

/** What an error carries beside its message, so that the page can show both sentences apart. */
export interface ShownTrouble {
  readonly code: TroubleCode | 'fault';
  readonly what: string;
  readonly advice: string;
  /** What a PIN is needed for; only of `pin_needed`. */
  readonly permission?: Permission;
}

/** What somebody must be allowed who calls a procedure; every procedure says it. */
export interface ProcedureMeta {
  readonly needs: Permission | 'nothing';
}

const t = initTRPC
  .meta<ProcedureMeta>()
  .context<ApiContext>()
  .create({
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

/** A procedure that also answers while the house is locked, to everybody. */
export const atTheDoor = troubled.meta({ needs: 'nothing' });

/**
 * A procedure inside the house: `ctx.house` is what is in it; Trouble `locked` while there is none. Throws `PinNeeded`, also out of a
 * subscription as soon as it is needed. `ctx.note` writes into the audit what whoever calls has done; `ctx.need` is for what the input
 * tells first; `ctx.sees` tells whether a camera is for them. What says no need is an owner's.
 */
export const inside = troubled.use(async ({ ctx, meta, next, type }) => {
  const { caller, door } = ctx;
  const { hub } = door;
  const { access, audit } = hub.house;
  const need = (permission: ProcedureMeta['needs']): void => {
    if (permission !== 'nothing') access.need(caller, permission);
  };
  const needs = meta?.needs ?? 'manage_access';
  need(needs);
  if (type === 'mutation') access.touch(caller);
  const note = (deed: AuditNote['deed'], to: Pick<AuditNote, 'about' | 'personId'> = {}): void => {
    audit.note({ who: access.whoOf(caller), deed, ...to });
  };
  const sees = (cameraId: string): boolean => access.seesCamera(caller, cameraId);
  const given = { ...ctx, hub, house: hub.house, who: access.whoOf(caller), note, need, sees };
  const result = await next({ ctx: given });
  if (!result.ok || !isStream(result.data)) return result;
  return {
    ...result,
    data: whileAllowed(result.data, () => {
      need(needs);
    }),
  };
});

/** A procedure inside the house for whoever may do this. */
export const needs = (permission: ProcedureMeta['needs']) => inside.meta({ needs: permission });

function isStream(data: unknown): data is AsyncIterable<unknown> {
  return typeof data === 'object' && data !== null && Symbol.asyncIterator in data;
}

/** What is watched goes on as long as whoever watches may. */
async function* whileAllowed(news: AsyncIterable<unknown>, check: () => void): AsyncGenerator<unknown, void> {
  for await (const each of news) {
    check();
    yield each;
  }
}

/** What the page is told of an error: never its stack. */
export function shownTrouble(error: TRPCError): ShownTrouble {
  const { cause } = error;
  if (cause instanceof PinNeeded) return { ...told(cause), permission: cause.permission };
  if (cause instanceof Trouble) return told(cause);
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

function told({ code, message, advice }: Trouble): ShownTrouble {
  return { code, what: message, advice };
}

function statusOf(code: TroubleCode): TRPCError['code'] {
  switch (code) {
    case 'not_found':
      return 'NOT_FOUND';
    case 'locked':
    case 'wrong_passphrase':
    case 'pin_needed':
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
