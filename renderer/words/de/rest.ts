import type { Words } from '../words.ts';

/** The screen that rests. */
export const rest: Words['rest'] = {
  title: 'Der Bildschirm ruht',
  wake: 'Tippen zum Wecken',
};
