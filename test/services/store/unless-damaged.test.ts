import { expect, it } from 'vitest';
import { Trouble } from '../../../services/contract/trouble.ts';
import { unlessDamaged } from '../../../services/store/unless-damaged.ts';

it('a damaged picture is none, and any other trouble stays one', async () => {
  const trouble = (code: 'damaged' | 'unavailable') => new Trouble(code, { what: 'It is.', advice: 'So.' });
  expect(await unlessDamaged(Promise.resolve(1))).toBe(1);
  expect(await unlessDamaged(Promise.reject(trouble('damaged')))).toBeNull();
  await expect(unlessDamaged(Promise.reject(trouble('unavailable')))).rejects.toThrow('It is.');
});
