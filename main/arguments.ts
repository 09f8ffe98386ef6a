import { parseArgs } from 'node:util';

/** What the owner may say when starting the window. */
export interface Arguments {
  /** An ordinary window instead of the whole screen. */
  readonly windowed: boolean;
  /** Null: leave it as it is. */
  readonly startAtLogin: boolean | null;
  /** Passed on to the hub. */
  readonly settings: string | undefined;
}

/** `argv` without the program itself. Chromium's own switches are among them, so that unknown ones are no mistake. */
export function argumentsFrom(argv: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowNegative: true,
    options: {
      windowed: { type: 'boolean' },
      'start-at-login': { type: 'boolean' },
      settings: { type: 'string' },
    },
  });
  const { settings } = values;
  const startAtLogin = values['start-at-login'];
  return {
    windowed: values.windowed === true,
    startAtLogin: typeof startAtLogin === 'boolean' ? startAtLogin : null,
    settings: typeof settings === 'string' ? settings : undefined,
  };
}
