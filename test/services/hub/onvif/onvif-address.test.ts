import { describe, expect, it } from 'vitest';
import { entryPoints, reachedAddress } from '../../../../services/hub/onvif/onvif-address.ts';

const addresses = (typed: string) => entryPoints(typed).map(({ href }) => href);

describe('where a camera speaks ONVIF', () => {
  it('is where it said, or at one port when one was typed', () => {
    expect(addresses('http://10.0.0.7:8899/onvif/x?y=1')).toEqual(['http://10.0.0.7:8899/onvif/x?y=1']);
    expect(addresses('https://cam.lan')).toEqual(['https://cam.lan/onvif/device_service']);
    expect(addresses('http://admin:p@ss@10.0.0.7/')).toEqual(['http://10.0.0.7/onvif/device_service']);
    expect(addresses('10.0.0.7:2020')).toEqual(['http://10.0.0.7:2020/onvif/device_service']);
  });

  it('is at one of the usual ports of a host', () => {
    const usual = (host: string) =>
      ['', ':8080', ':2020', ':8899', ':8000'].map((port) => `http://${host}${port}/onvif/device_service`);
    expect(addresses('10.0.0.7')).toEqual(usual('10.0.0.7'));
    expect(addresses('fd00::7')).toEqual(usual('[fd00::7]'));
    expect(addresses('rtsp://a:b@cam.lan:554/live')).toEqual(usual('cam.lan'));
  });

  it('is nowhere when nonsense was typed', () => {
    for (const typed of ['http://', 'two words', 'rtsp:///x', '10.0.0.7:999999'])
      expect(() => entryPoints(typed)).toThrow('This is not the address of a camera.');
  });
});

describe('the address of a stream', () => {
  it('is where the camera answered, without a login', () => {
    expect(reachedAddress('rtsp://0.0.0.0:554/a?b=c', '10.0.0.7')).toBe('rtsp://10.0.0.7:554/a?b=c');
    expect(reachedAddress('RTSPS://u:p@ss@[::1]:322/a', '10.0.0.7')).toBe('rtsps://10.0.0.7:322/a');
    expect(reachedAddress('rtsp:///live', 'cam.lan')).toBe('rtsp://cam.lan/live');
  });

  it('is none when it is not RTSP', () => {
    for (const uri of ['', 'http://10.0.0.7/', 'file:///etc/passwd', 'rtsp://10.0.0.7/a b', '-i rtsp://x'])
      expect(reachedAddress(uri, '10.0.0.7')).toBeNull();
  });
});
