import { expect, it } from 'vitest';
import { Frame } from '../../../services/vision/frames.ts';
import { ObjectSearch, once } from '../../../services/vision/object-search.ts';

const frame = new Frame(0, { width: 2, height: 2, bytes: new Uint8Array(6) });
const person = (x: number, width: number, score: number) =>
  ({ label: 'person', score, box: { x, y: 0.2, width, height: 0.6 } }) as const;

it('gives a thing that two regions show once, and not its part that one of them cuts off', () => {
  const whole = person(0.3, 0.2, 0.8);
  const other = person(0.7, 0.2, 0.7);
  const dog = { ...whole, label: 'animal' } as const;
  expect(once([person(0.31, 0.2, 0.6), person(0.4, 0.1, 0.5), whole, other, dog])).toEqual([
    whole,
    dog,
    other,
  ]);
});

it('sees nothing while there is no network, and looks at each region when there is one', async () => {
  const regions = [0, 0.5].map((x) => ({ x, y: 0, width: 0.4, height: 1 }));
  expect(await new ObjectSearch(() => null).find(frame, regions)).toEqual([]);
  const finder = { find: (_: unknown, { x }: { x: number }) => Promise.resolve([person(x, 0.2, 0.9)]) };
  expect(await new ObjectSearch(() => finder).find(frame, regions)).toEqual([
    person(0, 0.2, 0.9),
    person(0.5, 0.2, 0.9),
  ]);
});
