import { expect, it } from 'vitest';
import { adviceSentence } from '../../../renderer/words/advice.ts';

it.each([
  [{ want: 'left', count: 2 }, 'Two more photos from the left would help.'],
  [{ want: 'right', count: 1 }, 'One more photo from the right would help.'],
  [{ want: 'front', count: 3 }, 'Three more photos from the front would help.'],
  [{ want: 'any', count: 12 }, '12 more photos of any kind would help.'],
  [{ want: 'sharper', count: 1 }, 'One sharper, brighter photo would help.'],
  [{ want: 'larger', count: 2 }, 'Two larger photos of the face would help.'],
] as const)('says %j in a sentence', (advice, sentence) => {
  expect(adviceSentence([advice])).toBe(sentence);
});

it('says the most helpful advice alone, and nothing when all is well', () => {
  expect(
    adviceSentence([
      { want: 'left', count: 1 },
      { want: 'any', count: 3 },
    ]),
  ).toBe('One more photo from the left would help.');
  expect(adviceSentence([])).toBeUndefined();
});
