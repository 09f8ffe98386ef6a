import { describe, expect, it } from 'vitest';
import { PersonName } from '../../../services/contract/person.ts';

const isTaken = (name: string): boolean => PersonName.safeParse(name).success;

describe('the name of a person', () => {
  it.each(['Anna', 'Đỗ Thị Hà', 'نام', 'نمی‌دانم', '👩‍👩‍👧', "O'Neil", 'a/../b"', '李'])('%s is one', (name) => {
    expect(isTaken(name)).toBe(true);
  });

  it.each([
    ['nothing', ' '],
    ['no width', '\u200b'],
    ['a joiner alone', '\u200d'],
    ['two lines', 'An\nna'],
    ['what steers a terminal', '\u001b[2J'],
    ['writing turned round', '\u202eannA'],
    ['half a sign', '\ud83d'],
    ['more than 60', 'a'.repeat(61)],
  ])('%s is none', (_, name) => {
    expect(isTaken(name)).toBe(false);
  });
});
