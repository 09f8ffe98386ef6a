import { en } from './en.ts';

/** The texts in the language of the house. */
export const words = en;
