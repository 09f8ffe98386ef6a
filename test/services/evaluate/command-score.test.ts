import { expect, test } from 'vitest';
import { commandFigures, type Understood } from '../../../services/evaluate/command-score.ts';

const expected = { name: 'order', slots: { drink: 'Coffee ', size: 'small' } };

function order(slots: Readonly<Record<string, string>>, sure = true): Understood {
  return { command: { name: 'order', slots }, sure };
}

test('an order is right when the intent and every slot are, also where it is asked first', () => {
  const figures = commandFigures(
    [
      { expected, understood: order({ drink: 'coffee', size: 'small' }) },
      { expected, understood: order({ drink: 'coffee', size: 'small' }, false) },
      { expected, understood: order({ drink: 'coffee', size: 'large' }, false) },
      { expected, understood: order({ drink: 'coffee', size: 'small', milk: 'soy' }) },
      { expected, understood: null },
    ],
    ['accepted', 'asked', 'asked', 'refused'],
  );
  expect(figures).toEqual({
    commands: 5,
    accuracy: 0.4,
    slotRecall: 7 / 10,
    rejectRate: 0.2,
    askRate: 0.4,
    accuracyWhenAsked: 0.5,
    strangers: 4,
    falseAcceptRate: 0.25,
    falseAskRate: 0.5,
  });
});

test('without recordings to reject nothing is said of them', () => {
  const figures = commandFigures([], []);
  expect([figures.falseAcceptRate, figures.falseAskRate, figures.accuracyWhenAsked]).toEqual([
    null,
    null,
    null,
  ]);
});
