import { expect, test } from 'vitest';
import { commandFigures } from '../../../services/evaluate/command-score.ts';

test('an order is right when the intent and every slot are', () => {
  const expected = { name: 'order', slots: { drink: 'Coffee ', size: 'small' } };
  const figures = commandFigures(
    [
      { expected, understood: { name: 'order', slots: { drink: 'coffee', size: 'small' } } },
      { expected, understood: { name: 'order', slots: { drink: 'coffee', size: 'large' } } },
      { expected, understood: { name: 'order', slots: { drink: 'coffee', size: 'small', milk: 'soy' } } },
      { expected, understood: null },
    ],
    [true, false, false, false],
  );
  expect(figures).toEqual({
    commands: 4,
    accuracy: 0.25,
    slotRecall: 5 / 8,
    rejectRate: 0.25,
    strangers: 4,
    falseAcceptRate: 0.25,
  });
  expect(commandFigures([], []).falseAcceptRate).toBeNull();
});
