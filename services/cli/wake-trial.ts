import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Trouble, valueOf } from '../contract/trouble.ts';
import type { TrainingOrder } from '../contract/voice-process.ts';
import type { WakeModel, WakeReport, WakeStage, WakeTraining as TrainingState } from '../contract/wake.ts';
import { Progress } from '../evaluate/progress.ts';
import { WakeTraining } from '../voice/wake/training/wake-training.ts';

const stageNames: Readonly<Record<WakeStage, string>> = {
  speaking: 'voices speak',
  hearing: 'they are heard in rooms and noises',
  learning: 'networks learn',
  judging: 'they are judged',
};
/** Somebody waits for it at the terminal. */
const priority = 5;

/** A training at the terminal, with the very code of the product; ctrl-c cancels it. */
export class WakeTrial {
  readonly #out: string;

  constructor(out: string) {
    this.#out = out;
  }

  /** Throws Trouble when the phrase would not do, when it could not be learnt, or 'unavailable' when it was cancelled. */
  async train(order: TrainingOrder): Promise<{ readonly report: WakeReport; readonly path: string }> {
    const model = await this.#learn(order);
    const base = join(this.#out, order.phrase.replaceAll(' ', '-'));
    await mkdir(this.#out, { recursive: true });
    const report = { embedding: model.embedding, ...model.report };
    await writeWhole(`${base}.onnx`, model.network);
    await writeWhole(`${base}.json`, `${JSON.stringify(report, null, 2)}\n`);
    return { report: model.report, path: `${base}.onnx` };
  }

  #learn(order: TrainingOrder): Promise<WakeModel> {
    return new Promise((resolve, reject) => {
      const show = new StageProgress();
      const changed = (state: TrainingState): void => {
        if (state.kind === 'training') show.say(state.stage, state.done);
        if (state.kind === 'failed')
          reject(new Trouble('unavailable', { what: state.what, advice: state.advice }));
        if (state.kind === 'idle') reject(cancelled());
      };
      const training = new WakeTraining({ changed, trained: resolve }, { priority });
      process.once('SIGINT', () => void training.cancel());
      training.begin(order).then(valueOf).catch(reject);
    });
  }
}

class StageProgress {
  #stage: WakeStage | null = null;
  #progress = new Progress('', 100);

  say(stage: WakeStage, done: number): void {
    if (stage !== this.#stage) this.#progress = new Progress(stageNames[stage], 100);
    this.#stage = stage;
    this.#progress.say(Math.round(done * 100));
  }
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}

function cancelled(): Trouble {
  return new Trouble('unavailable', {
    what: 'The training was cancelled.',
    advice: 'Nothing was written; begin again when you like.',
  });
}
