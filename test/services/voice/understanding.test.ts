import { expect, test } from 'vitest';
import type {
  Begins,
  Completeness,
  Recognised,
  SpeechEngine,
} from '../../../services/voice/recogniser/command.ts';
import { SharedEngine, Understanding } from '../../../services/voice/understanding.ts';

/** An engine that understands how long something was. */
class Measure implements SpeechEngine<number> {
  readonly calls: string[] = [];
  #samples = 0;

  begin(begins: Begins): void {
    this.calls.push(begins);
    this.#samples = 0;
  }

  hear(samples: Float32Array): void {
    this.#samples += samples.length;
  }

  get completeness(): Completeness {
    return this.#samples > 2 ? 'complete' : 'incomplete';
  }

  end(): Recognised<number> {
    this.calls.push('end');
    return this.#understood(this.#samples);
  }

  recognise(samples: Float32Array, begins: Begins): Recognised<number> {
    this.calls.push(`whole ${begins}`);
    return this.#understood(samples.length);
  }

  close(): void {
    this.calls.push('close');
  }

  #understood(command: number): Recognised<number> {
    return { kind: 'command', heard: '', command, confidence: 1, sure: true, alternatives: [] };
  }
}

const two = new Float32Array(2);

test('sound goes to the engine while it is spoken', () => {
  const engine = new Measure();
  const understanding = new Understanding(new SharedEngine(engine));
  expect(understanding.completeness).toBe('unknown');
  understanding.begin('anyhow', two);
  expect(understanding.completeness).toBe('incomplete');
  understanding.hear(two);
  expect(understanding.completeness).toBe('complete');
  expect(understanding.end()).toMatchObject({ recognised: { command: 4 }, sound: new Float32Array(4) });
  expect(engine.calls).toEqual(['anyhow', 'end']);
});

test('who lost the engine to another stream is understood from the whole utterance', () => {
  const engine = new Measure();
  const shared = new SharedEngine(engine);
  const [one, other] = [new Understanding(shared), new Understanding(shared)];
  one.begin('with wake phrase', two);
  other.begin('anyhow', two);
  one.hear(two);
  expect(one.completeness).toBe('unknown');
  expect(one.end().recognised).toMatchObject({ command: 4 });
  other.hear(two);
  expect(other.end().recognised).toMatchObject({ command: 4 });
  expect(engine.calls).toEqual(['with wake phrase', 'anyhow', 'whole with wake phrase', 'whole anyhow']);
});

test('what is forgotten is neither heard nor ended', () => {
  const engine = new Measure();
  const understanding = new Understanding(new SharedEngine(engine));
  understanding.begin('anyhow', two);
  understanding.forget();
  understanding.hear(two);
  expect(understanding.completeness).toBe('unknown');
  expect(engine.calls).toEqual(['anyhow']);
});
