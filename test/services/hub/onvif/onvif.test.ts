import { describe, expect, it, onTestFinished } from 'vitest';
import { streamsOf } from '../../../../services/hub/onvif/onvif.ts';
import { type Manner, OnvifDevice, password, user } from '../../../fixtures/onvif-device.ts';

async function camera(manner: Manner) {
  const device = new OnvifDevice(manner);
  onTestFinished(() => {
    device.close();
  });
  return device.listen('127.0.0.1', 0);
}

const ask = async (manner: Manner, login: Partial<{ username: string; password: string }> = {}) =>
  streamsOf({ xaddr: await camera(manner), username: user, password, ...login });

function stream(token: string, width: number, height: number) {
  return {
    address: `rtsp://127.0.0.1:554/live?profile=${token}&user=none`,
    width,
    height,
    codec: 'H.264',
    framesPerSecond: 15,
  };
}

const known = {
  name: 'Vesta Hearth 2',
  manufacturer: 'Vesta',
  model: 'Hearth 2',
  main: stream('main', 1920, 1080),
  sub: stream('sub', 640, 360),
};

describe('a camera asked over ONVIF', () => {
  it('tells its largest video stream and a small one, to a password with every special character', async () => {
    expect(await ask('good')).toEqual(known);
  });

  it('may have a clock that is a year behind', async () => {
    expect(await ask('yearBehind')).toEqual(known);
  });

  it('may name hosts that are not its own: it is reached where it answered', async () => {
    expect(await ask('behindRouter')).toEqual(known);
  });

  it('may refuse: wrong password, wrong user, none', async () => {
    await expect(ask('good', { password: 'wrong' })).rejects.toMatchObject({ code: 'refused' });
    await expect(ask('good', { username: 'nobody' })).rejects.toMatchObject({ code: 'refused' });
    await expect(ask('good', { username: '', password: '' })).rejects.toMatchObject({ code: 'refused' });
  });

  it.each(['page', 'redirect', 'bomb', 'empty', 'flood'] as const)(
    'may be no camera at all: %s',
    async (manner) => {
      await expect(ask(manner)).rejects.toMatchObject({ code: 'unreachable' });
    },
  );

  it('may log in by HTTP alone', async () => {
    expect(await ask('httpLogin')).toEqual(known);
    await expect(ask('httpLogin', { password: 'wrong' })).rejects.toMatchObject({ code: 'refused' });
  });

  it('may tell of its H.265 stream in the newer media service alone', async () => {
    expect(await ask('twoServices')).toMatchObject({
      main: {
        address: 'rtsp://127.0.0.1:554/newer',
        width: 3840,
        height: 2160,
        codec: 'H.265',
        framesPerSecond: 20,
      },
      sub: null,
    });
  });

  it('may have no video', async () => {
    await expect(ask('stills')).rejects.toMatchObject({ code: 'no_video' });
  });

  it('that never answers is given up when nobody waits any more', async () => {
    const xaddr = await camera('silent');
    const signal = AbortSignal.timeout(100);
    await expect(streamsOf({ xaddr, username: user, password, signal })).rejects.toMatchObject({
      code: 'unreachable',
      message: 'Nothing answers at this address.',
    });
  });

  it('that is not there is told apart from one that speaks otherwise', async () => {
    const gone = new OnvifDevice('good');
    const xaddr = await gone.listen('127.0.0.1', 0);
    gone.close();
    await expect(streamsOf({ xaddr, username: user, password })).rejects.toMatchObject({
      code: 'unreachable',
      message: 'Nothing answers at this address.',
    });
  });
});
