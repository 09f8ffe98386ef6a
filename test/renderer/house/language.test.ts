import { expect, it, vi } from 'vitest';

vi.mock('../../../renderer/hub.ts', () => ({ trpc: {} }));
const { languageOf } = await import('../../../renderer/house/language.ts');

it.each([
  ['de', ['en-GB'], 'de'],
  ['en', ['de-DE'], 'en'],
  ['auto', ['de-AT', 'en-GB'], 'de'],
  ['auto', ['en-GB', 'de-DE'], 'en'],
  ['auto', ['fr-FR', 'de-CH', 'en'], 'de'],
  ['auto', ['fr-FR'], 'en'],
  ['auto', [], 'en'],
] as const)('speaks for %s and a browser of %j: %s', (wish, browser, language) => {
  expect(languageOf(wish, browser)).toBe(language);
});
