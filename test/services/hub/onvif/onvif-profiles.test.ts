import { describe, expect, it } from 'vitest';
import { chosenProfiles, profilesIn } from '../../../../services/hub/onvif/onvif-profiles.ts';

const profile = (
  token: string,
  size: readonly [number, number],
  more: { codec?: 'H.264' | 'H.265'; source?: string } = {},
) => ({
  token,
  source: 'lens',
  width: size[0],
  height: size[1],
  codec: 'H.264' as const,
  framesPerSecond: 0,
  ...more,
});

const told = (encoding: string, width: unknown = 640) => ({
  $: { token: 7 },
  videoSourceConfiguration: { sourceToken: 'lens' },
  videoEncoderConfiguration: { encoding, resolution: { width, height: 360 } },
});

describe('the profiles of a camera', () => {
  it('are read whatever else stands there; what can not be watched is left out', () => {
    const answer = [told('H264'), told('H265'), told('JPEG'), told('H264', 'wide'), null, 'x', {}];
    expect(profilesIn(answer)).toEqual([
      profile('7', [640, 360]),
      { ...profile('7', [640, 360]), codec: 'H.265' },
    ]);
    expect(profilesIn('nothing')).toEqual([]);
  });

  it('give the largest as main stream, and the smallest that still shows a person as sub stream', () => {
    const main = profile('main', [2560, 1440]);
    const sub = profile('sub', [640, 360]);
    const all = [profile('tiny', [320, 180]), profile('mid', [1280, 720]), sub, main];
    expect(chosenProfiles(all)).toEqual({ main, sub });
    expect(chosenProfiles([profile('tiny', [320, 180]), main])).toEqual({ main, sub: null });
    expect(chosenProfiles([])).toBeNull();
  });

  it('rather give a sub stream that every browser shows, of the same lens, that saves much', () => {
    const main = profile('main', [3840, 2160], { codec: 'H.265' });
    const small = profile('small', [640, 360], { codec: 'H.265' });
    const plain = profile('plain', [704, 576]);
    const large = profile('large', [1920, 1080]);
    const other = profile('other', [640, 480], { source: 'second lens' });
    expect(chosenProfiles([large, other, small, plain, main])).toEqual({ main, sub: plain });
    expect(chosenProfiles([large, other, small, main])).toEqual({ main, sub: small });
    expect(chosenProfiles([large, other, main])).toEqual({ main, sub: large });
  });
});
