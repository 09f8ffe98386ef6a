import { describe, expect, it } from 'vitest';
import { Trouble } from '../../../services/contract/trouble.ts';
import { readSettings } from '../../../services/hub/settings-file.ts';

const complaint = (text: string): string => {
  try {
    readSettings({ name: 'house.yaml', text });
  } catch (error) {
    if (error instanceof Trouble && error.code === 'bad_settings') return error.message;
    throw error;
  }
  return 'none';
};

describe('a settings file', () => {
  it('may be YAML, and leave out what it does not change', () => {
    const text =
      'cameras:\n  - name: Front door\n    address: rtsp://cam.lan/1\nvoice: { wakePhrase: Jarvis }\n';
    expect(readSettings({ name: 'house.yaml', text })).toEqual({
      cameras: [
        {
          name: 'Front door',
          area: '',
          address: 'rtsp://cam.lan/1',
          subAddress: '',
          roles: { detect: 'auto', record: 'auto', live: 'auto' },
          username: '',
          password: '',
          transport: 'tcp',
          enabled: true,
          zones: [],
          lines: [],
          sensitivity: { day: null, night: null },
          recording: { mode: 'events', preRollSeconds: 5, postRollSeconds: 5 },
        },
      ],
      voice: {
        enabled: true,
        language: 'en',
        wakePhrase: 'jarvis',
        wakeSensitivity: 0.5,
        replyAloud: true,
        mayOpen: false,
        replyVolume: 80,
        engine: 'pocketsphinx',
        chime: true,
        quietHours: { enabled: false, from: '22:00', to: '07:00', volume: 0 },
        keepRecordings: false,
      },
    });
  });

  it('may be JSON, or empty', () => {
    expect(readSettings({ name: 'house.json', text: '{"demo": false}' })).toEqual({ demo: false });
    expect(readSettings({ name: 'house.json', text: '' })).toEqual({});
  });

  it.each([
    ['cameras: [', /house\.yaml has a mistake: line 1, column 11: this is not YAML or JSON/],
    ['{"demo": }}', /line 1/],
    ['- 1', /the whole: expected object, received array/],
    ['vision: { framesPerSecond: fast }', /vision\.framesPerSecond: expected number, received string/],
    [
      'cameras: [{ name: A, address: rtsp://a.lan }, { name: B, address: camera.lan }]',
      /cameras\[1\]\.address: a camera address starts with rtsp:/,
    ],
    ['vision: *nobody', /its aliases \(\*\) are wrong or unfold to too much/],
    [
      `a: &a [${'1,'.repeat(9)}1]\nb: &b [${'*a,'.repeat(20)}*a]\nc: &c [${'*b,'.repeat(20)}*b]\nd: [${'*c,'.repeat(20)}*c]`,
      /its aliases \(\*\) are wrong or unfold to too much/,
    ],
    ['colour: blue', /the whole: Unrecognized key: "colour"/],
    ['demo: maybe\narmed: 3\nmqtt: 1\nvoice: 2\nkiosk: 3', /; and 2 more\.$/],
  ])('%s is refused with the place and the expectation', (text, expected) => {
    expect(complaint(text)).toMatch(expected);
  });

  it('is never quoted, since it may hold a password', () => {
    const texts = [
      'cameras: [{ name: A, address: rtsp://a.lan, password: [s3cret] }]',
      'cameras: [{ name: A, address: rtsp://a.lan, password: s3cret ]',
      'mqtt: { password: "s3cret"x }',
      'voice: { language: s3cret }',
    ];
    for (const text of texts) expect(complaint(text)).not.toContain('s3cret');
    expect(texts.map(complaint)).not.toContain('none');
  });
});
