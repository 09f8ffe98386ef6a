import { describe, expect, it } from 'vitest';
import { filePath, sourceOf, withCredentials } from '../../../../services/vision/camera/source.ts';

const nobody = { username: '', password: '', transport: 'tcp' } as const;

describe('withCredentials', () => {
  it('encodes every special character of user and password', () => {
    const camera = {
      address: 'rtsp://10.0.0.5:554/main?ch=1',
      username: 'us er',
      password: "p@ss:w/o?#r%d'ü",
    };
    expect(withCredentials(camera)).toBe(
      'rtsp://us%20er:p%40ss%3Aw%2Fo%3F%23r%25d%27%C3%BC@10.0.0.5:554/main?ch=1',
    );
  });

  it('leaves an address alone that needs no user', () => {
    expect(withCredentials({ address: 'rtsp://10.0.0.5/main', username: '', password: '' })).toBe(
      'rtsp://10.0.0.5/main',
    );
  });

  it('replaces a user that the address brings, even one with an @ in the password', () => {
    const camera = { address: 'rtsp://old:a@b@10.0.0.5/main', username: 'new', password: '' };
    expect(withCredentials(camera)).toBe('rtsp://new@10.0.0.5/main');
  });
});

describe('sourceOf', () => {
  it('keeps a network address off the command line', () => {
    const source = sourceOf({
      ...nobody,
      address: 'rtsp://10.0.0.5/main',
      username: 'u',
      password: 'secret',
      transport: 'udp',
    });
    expect([source.input, ...source.options].join(' ')).not.toMatch(/secret|10\.0\.0\.5/);
    expect(source.script).toBe(
      [
        'ffconcat version 1.0',
        "file 'rtsp://u:secret@10.0.0.5/main'",
        'option rtsp_transport udp',
        'option timeout 5000000',
        'option probesize 32',
        '',
      ].join('\n'),
    );
  });

  it("can't be made to read another line out of an address", () => {
    const { script } = sourceOf({ ...nobody, address: "http://10.0.0.5/a'\nfile '/etc/passwd" });
    expect(script?.split('\n').filter((line) => line.startsWith('file '))).toEqual([
      "file 'http://10.0.0.5/a%27file %27/etc/passwd'",
    ]);
  });

  it("does not let a camera's playlist name files of this machine", () => {
    const { options } = sourceOf({ ...nobody, address: 'http://10.0.0.5/live.m3u8' });
    const allowed = options[options.indexOf('-protocol_whitelist') + 1]?.split(',');
    expect(allowed).toContain('http');
    expect(allowed).not.toContain('file');
  });

  it('plays a file in a loop at its own speed', () => {
    expect(sourceOf({ ...nobody, address: '/clips/yard.mp4' })).toEqual({
      options: ['-re', '-stream_loop', '-1'],
      input: '/clips/yard.mp4',
      video: ['-c:v', 'copy'],
      script: null,
    });
    expect(filePath('file:///clips/front%20yard.mp4')).toBe('/clips/front yard.mp4');
    expect(filePath('file://nas/yard.mp4')).toBe('/nas/yard.mp4');
  });

  it('gives the pictures of a web camera the time of their arrival, but not those of a playlist', () => {
    const optionsOf = (address: string): readonly string[] => sourceOf({ ...nobody, address }).options;
    expect(optionsOf('http://10.0.0.5/mjpg')).toContain('-use_wallclock_as_timestamps');
    expect(optionsOf('http://10.0.0.5/live.m3u8?x=1')).not.toContain('-use_wallclock_as_timestamps');
  });
});
