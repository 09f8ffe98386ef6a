import { type NetworkInput, type NetworkOutputs, Session } from '../../../models/session.ts';

interface Run {
  readonly session: Session;
  readonly inputs: Readonly<Record<string, NetworkInput>>;
}

// eslint-disable-next-line @typescript-eslint/unbound-method -- it is only called with the session that it is of
const plainRun = Session.prototype.run;

/** The networks that a piece of work ran, on the tensors that it gave them: what the same costs without all around it. */
export class RecordedRuns {
  readonly #runs: readonly Run[];

  private constructor(runs: readonly Run[]) {
    this.#runs = runs;
  }

  static async of(work: () => unknown): Promise<RecordedRuns> {
    const runs: Run[] = [];
    Session.prototype.run = function (this: Session, inputs): Promise<NetworkOutputs> {
      runs.push({ session: this, inputs });
      return plainRun.call(this, inputs);
    };
    try {
      await work();
    } finally {
      Session.prototype.run = plainRun;
    }
    return new RecordedRuns(runs);
  }

  get count(): number {
    return this.#runs.length;
  }

  async again(): Promise<void> {
    for (const { session, inputs } of this.#runs) await session.run(inputs);
  }
}
