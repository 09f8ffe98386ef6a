import { afterEach, describe, expect, it, vi } from 'vitest';
import { Child, restartPauseMs } from '../../../services/hub/child.ts';
import { Trouble } from '../../../services/contract/trouble.ts';
import type { ProcessState } from '../../../services/contract/health.ts';
import { isAlive } from '../../fixtures/alive.ts';
import { silentLog } from '../../fixtures/silent-log.ts';

interface Calls {
  greet(name: string): Promise<number>;
  double(values: Float32Array): Promise<Float32Array>;
  refuseToEnd(): Promise<void>;
  write(text: string): Promise<number>;
  never(): Promise<void>;
  stop(): Promise<void>;
}

interface News {
  heard(text: string): void;
}

type Line = () => (bytes: Uint8Array) => void;

const children: Child<Calls, News>[] = [];

function counting({ script = 'counting.ts', line }: { script?: string; line?: Line } = {}) {
  const heard: string[] = [];
  const states: ProcessState['kind'][] = [];
  const child = new Child<Calls, News>({
    name: 'vision',
    script: new URL(`../../fixtures/children/${script}`, import.meta.url),
    news: { heard: (text) => heard.push(text) },
    greet: async (calls) => {
      await calls.greet('hub');
    },
    dismiss: (calls) => calls.stop(),
    log: silentLog,
    ...(line === undefined ? {} : { line }),
  });
  child.changed.listen(({ state }) => states.push(state.kind));
  children.push(child);
  return { child, heard, states };
}

function pidOf(child: Child<Calls, News>): number {
  const { state } = child.health;
  if (state.kind !== 'running') throw new Error(`the child is ${state.kind}`);
  return state.pid;
}

async function running(child: Child<Calls, News>): Promise<number> {
  await vi.waitFor(() => pidOf(child), 15_000);
  return pidOf(child);
}

afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.stop()));
});

describe('a child', () => {
  it('is greeted, answers with typed arrays, and tells its news', async () => {
    const { child, heard, states } = counting();
    child.start();
    child.start();
    await running(child);
    expect(await child.calls.double(new Float32Array([1, 2.5]))).toEqual(new Float32Array([2, 5]));
    expect(heard).toEqual(['hub 1']);
    expect(states).toEqual(['starting', 'running']);
    expect(child.health.restarts).toBe(0);
  });

  it('that is killed comes back as another process and is greeted again', async () => {
    const { child, heard, states } = counting();
    child.start();
    const first = await running(child);
    const interrupted = child.calls.never();
    process.kill(first, 'SIGKILL');
    await expect(interrupted).rejects.toMatchObject({ code: 'unavailable' });
    expect(() => child.calls).toThrow(Trouble);
    expect(child.health.state).toMatchObject({ kind: 'restarting', why: 'SIGKILL', attempt: 1 });
    const second = await running(child);
    expect(second).not.toBe(first);
    expect(heard).toEqual(['hub 1', 'hub 1']);
    expect(states).toEqual(['starting', 'running', 'restarting', 'starting', 'running']);
    expect(child.health.restarts).toBe(1);
  });

  it('that can not even be started is tried again with a longer pause', async () => {
    const { child } = counting({ script: 'not-there.ts' });
    child.start();
    await vi.waitFor(() => {
      expect(child.health.state).toMatchObject({ kind: 'restarting', why: 'exit code 1', attempt: 2 });
    }, 20_000);
    await child.stop();
    expect(child.health).toMatchObject({ state: { kind: 'stopped' }, restarts: 2 });
  });

  it('ends when asked, and stays away', async () => {
    const { child } = counting();
    child.start();
    const pid = await running(child);
    await child.stop();
    expect(isAlive(pid)).toBe(false);
    expect(child.health.state).toEqual({ kind: 'stopped' });
    await child.stop();
  });

  it('that will not end is ended', async () => {
    const { child } = counting();
    child.start();
    const pid = await running(child);
    await child.calls.refuseToEnd();
    await child.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('sends bytes through a line of its own, which is made anew for each child', async () => {
    const lines: string[] = [];
    const { child } = counting({
      line: () => {
        const number = lines.push('') - 1;
        return (bytes) => {
          lines[number] = `${lines[number] ?? ''}${Buffer.from(bytes).toString()}`;
        };
      },
    });
    child.start();
    const first = await running(child);
    expect(await child.calls.write('one')).toBe(3);
    await vi.waitFor(() => {
      expect(lines).toEqual(['one']);
    });
    process.kill(first, 'SIGKILL');
    await vi.waitFor(() => {
      expect(child.health.state.kind).toBe('restarting');
    });
    await running(child);
    await child.calls.write('two');
    await vi.waitFor(() => {
      expect(lines).toEqual(['one', 'two']);
    });
    await child.stop();
    expect(child.health.state).toEqual({ kind: 'stopped' });
  });

  it('that sends what can’t be taken is started anew', async () => {
    const { child } = counting({
      line: () => () => {
        throw new RangeError('That is no video.');
      },
    });
    child.start();
    await running(child);
    // It may be ended before its answer is there.
    await child.calls.write('nonsense').catch(() => undefined);
    await vi.waitFor(() => {
      expect(child.health.state).toMatchObject({ kind: 'restarting', why: 'SIGKILL', attempt: 1 });
    });
    await running(child);
  });

  it('has no line unless somebody takes its bytes', async () => {
    const { child } = counting();
    child.start();
    await running(child);
    expect(await child.calls.write('one')).toBe(0);
  });

  it('waits half a second, then twice as long each time, at most 30 s', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 50].map(restartPauseMs)).toEqual([
      500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });
});
