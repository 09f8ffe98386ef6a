import { Trouble } from '../contract/trouble.ts';

/** What was read of a kept picture; null for one that is damaged, so that a single file does not hold up all others. */
export async function unlessDamaged<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Trouble && error.code === 'damaged') return null;
    throw error;
  }
}
