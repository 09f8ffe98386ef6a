import { describe, expect, it } from 'vitest';
import { streamTrouble } from '../../../../services/vision/camera/stream-trouble.ts';

// What ffmpeg 5.1 wrote on its standard error, word for word but for the hosts.
const REAL: readonly (readonly [string, string, string])[] = [
  [
    'refused',
    'The camera refuses the user or the password.',
    '[rtsp @ 0x55] method DESCRIBE failed: 401 Unauthorized\npipe:0: Server returned 401 Unauthorized (authorization failed)',
  ],
  [
    'not_found',
    'The camera has no video under this path.',
    '[rtsp @ 0x55] method DESCRIBE failed: 404 Not Found\npipe:0: Server returned 404 Not Found',
  ],
  [
    'not_found',
    'The camera has no video under this path.',
    '[http @ 0x55] HTTP error 404 File not found\npipe:0: Server returned 404 Not Found',
  ],
  [
    'no_video',
    'This address sends no video, only sound or data.',
    "Input #0, concat, from 'pipe:0':\n  Stream #0:0: Audio: pcm_mulaw, 8000 Hz, mono, s16, 64 kb/s\nStream map '0:v:0' matches no streams.",
  ],
  [
    'unreachable',
    "The camera can't be reached at this address.",
    '[tcp @ 0x55] Connection to tcp://127.0.0.1:1?timeout=5000000 failed: Connection refused\npipe:0: Connection refused',
  ],
  [
    'unreachable',
    "The camera can't be reached at this address.",
    '[tcp @ 0x55] Connection to tcp://192.0.2.1:554?timeout=5000000 failed: No route to host\npipe:0: No route to host',
  ],
  [
    'unreachable',
    "The name in the camera's address is not known in this network.",
    '[tcp @ 0x55] Failed to resolve hostname cam.invalid: Name or service not known\npipe:0: Input/output error',
  ],
  [
    'no_video',
    'What answers at this address is not a video.',
    "[concat @ 0x55] Impossible to open 'rtsp://127.0.0.1/x'\npipe:0: Invalid data found when processing input",
  ],
  [
    'no_video',
    'What answers at this address is not a video.',
    '[http @ 0x55] Stream ends prematurely at 37, should be 18446744073709551615\npipe:0: Input/output error',
  ],
  [
    'unavailable',
    'The camera reports a fault of its own or has too many viewers.',
    '[http @ 0x55] HTTP error 503 Service Unavailable\npipe:0: Server returned 5XX Server Error reply',
  ],
  [
    'not_found',
    'The video file is not there or may not be read.',
    '/clips/none.mp4: No such file or directory',
  ],
  ['missing_program', 'The program ffmpeg is missing on this machine.', 'Cannot find ffmpeg'],
];

describe('streamTrouble', () => {
  it.each(REAL)('%s: %s', (code, what, text) => {
    const trouble = streamTrouble({ lines: text.split('\n'), sawPicture: false, timedOut: false });
    expect({ code: trouble.code, what: trouble.what }).toEqual({ code, what });
    expect(trouble.advice).toMatch(/\S/);
  });

  it('says that a camera stopped when it had shown pictures, whatever ffmpeg says', () => {
    const end = { lines: [], sawPicture: true, timedOut: false };
    expect(streamTrouble(end).what).toBe('The camera stopped sending pictures.');
    expect(streamTrouble({ ...end, lines: ['Connection refused'], timedOut: true })).toEqual(
      streamTrouble(end),
    );
  });

  it('tells a camera that answers but stays silent from one that is not there', () => {
    const end = { sawPicture: false, timedOut: true };
    expect(streamTrouble({ ...end, lines: ["Input #0, concat, from 'pipe:0':"] }).what).toBe(
      'The camera answers but sends no pictures.',
    );
    expect(streamTrouble({ ...end, lines: [] }).what).toBe("The camera can't be reached at this address.");
  });

  it('never repeats what ffmpeg wrote', () => {
    const lines = ["[concat @ 0x55] Impossible to open 'rtsp://u:secret@h/x'", 'rtsp://u:secret@h/x: odd'];
    expect(JSON.stringify(streamTrouble({ lines, sawPicture: false, timedOut: false }))).not.toContain(
      'secret',
    );
  });
});
