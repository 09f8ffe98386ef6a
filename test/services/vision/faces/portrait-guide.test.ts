import { describe, expect, it } from 'vitest';
import type { PortraitPose, PortraitView, Pose } from '../../../../services/contract/person.ts';
import { type PortraitFace, PortraitGuide } from '../../../../services/vision/faces/portrait-guide.ts';

type Advice = PortraitView['advice'];

const straight: Pose = { yaw: 0, pitch: -6, roll: 2 };
const left: Pose = { ...straight, yaw: 25 };
const right: Pose = { ...straight, yaw: -25 };
const up: Pose = { ...straight, pitch: 8 };
const down: Pose = { ...straight, pitch: -20 };

function face(pose: Pose, change: Partial<PortraitFace> = {}): PortraitFace {
  return { box: { x: 0.4, y: 0.3, width: 0.15, height: 0.3 }, side: 96, pose, flaw: null, ...change };
}

/** Somebody before a camera of five frames a second, and a guide that gets every face it asks for. */
class Session {
  readonly guide = new PortraitGuide();
  readonly advice: Advice[] = [];
  readonly asked: PortraitPose[] = [];
  #atMs = 1_000_000;

  /** The same sight for so many frames. */
  show(frames: number, ...faces: readonly PortraitFace[]): this {
    for (let i = 0; i < frames; i += 1) {
      const pose = this.guide.see({ atMs: this.#atMs, faces });
      if (pose !== null) {
        this.asked.push(pose);
        this.guide.took(pose);
      }
      this.advice.push(this.guide.view.advice);
      this.#atMs += 200;
    }
    return this;
  }

  /** What was said, each once until something else was. */
  get said(): readonly Advice[] {
    return this.advice.filter((word, i) => word !== this.advice[i - 1]);
  }
}

describe('PortraitGuide', () => {
  it('leads somebody through all directions, and is done', () => {
    const session = new Session().show(3).show(8, face(straight));
    for (const pose of [left, right, up, down]) session.show(8, face(pose));
    expect(session.asked).toEqual(['front', 'left', 'right', 'up', 'down']);
    expect(session.said).toEqual(['nobody', 'turn_left', 'turn_right', 'look_straight', 'look_down', 'done']);
    expect(session.guide.view).toEqual({
      box: face(down).box,
      pose: down,
      taken: ['front', 'left', 'right', 'up', 'down'],
      advice: 'done',
    });
  });

  it('takes what is offered in another order, but the front first', () => {
    const session = new Session().show(5, face(left)).show(5, face(straight));
    session.show(5, face(right)).show(5, face(left));
    expect(session.asked).toEqual(['front', 'right', 'left']);
    expect(session.said.slice(0, 2)).toEqual(['look_straight', 'turn_left']);
  });

  it('is done without up and down when they do not come', () => {
    const session = new Session().show(3, face(straight)).show(3, face(left)).show(3, face(right));
    expect(session.guide.view.advice).toBe('look_straight');
    session.show(100, face(straight));
    expect(session.guide.view.advice).toBe('done');
    expect(session.said.slice(-3)).toEqual(['look_up', 'look_down', 'done']);
  });

  it('waits for the nod only while somebody is there', () => {
    const session = new Session().show(3, face(straight)).show(3, face(left)).show(3, face(right)).show(100);
    expect(session.guide.view.advice).toBe('nobody');
  });

  it('takes nothing of a head that moves or turns', () => {
    const session = new Session();
    for (let i = 0; i < 10; i += 1) {
      const box = { x: 0.2 + 0.03 * i, y: 0.3, width: 0.15, height: 0.3 };
      session.show(1, face({ ...straight, yaw: i % 2 === 0 ? -8 : 8 }, { box }));
    }
    expect(session.asked).toEqual([]);
    expect(session.said).toEqual(['hold_still']);
  });

  it.each<[Advice, PortraitFace[]]>([
    ['come_closer', [face(straight, { side: 40 })]],
    ['step_back', [face(straight, { box: { x: 0.3, y: 0.1, width: 0.4, height: 0.7 } })]],
    ['step_back', [face(straight, { box: { x: 0.3, y: 0, width: 0.2, height: 0.3 } })]],
    ['more_light', [face(straight, { flaw: 'dark' })]],
    ['less_light', [face(straight, { flaw: 'bright' })]],
    ['hold_still', [face(straight, { flaw: 'blurred' })]],
    ['uncover_face', [face(straight, { flaw: 'covered' })]],
    ['alone_please', [face(straight), face(straight, { side: 80 })]],
    ['nobody', []],
  ])('says %s, and takes nothing', (advice, faces) => {
    const session = new Session().show(6, ...faces);
    expect([session.said, session.asked]).toEqual([[advice], []]);
  });

  it('does not mind somebody in the background', () => {
    expect(new Session().show(3, face(straight), face(right, { side: 30 })).asked).toEqual(['front']);
  });

  it('tells how to come back from too far', () => {
    const session = new Session().show(3, face(straight)).show(10, face({ ...left, yaw: 60 }));
    expect(session.said.at(-1)).toBe('turn_right');
    expect(
      new Session()
        .show(3, face(straight))
        .show(10, face({ ...left, pitch: 25 }))
        .said.at(-1),
    ).toBe('look_down');
  });

  it('does not flicker: an advice stays for a second, and a single frame changes nothing', () => {
    const session = new Session();
    for (let i = 0; i < 30; i += 1)
      session.show(1, face(straight, { side: i % 2 === 0 ? 55 : 57, flaw: 'dark' }));
    expect(session.said.length).toBe(1);
    const other = new Session().show(10, face(straight, { flaw: 'dark' }));
    other.show(1).show(10, face(straight, { flaw: 'dark' }));
    expect(other.said).toEqual(['more_light']);
    const changing = new Session().show(2).show(3, face(straight, { flaw: 'dark' }));
    expect(changing.advice).toEqual(['nobody', 'nobody', 'nobody', 'nobody', 'nobody']);
  });

  it('goes on with the first person after another one stood there', () => {
    const session = new Session().show(3, face(straight)).show(5, face(left));
    session.show(1, face(straight));
    session.guide.refused('stranger');
    session.show(4, face(right));
    expect(session.guide.view).toEqual({
      box: face(right).box,
      pose: right,
      taken: ['front', 'left'],
      advice: 'alone_please',
    });
    session.show(8, face(right));
    expect(session.asked).toEqual(['front', 'left', 'right']);
    session.guide.refused('poor');
    expect(session.guide.view.taken).toEqual(['front', 'left', 'right']);
  });
});
