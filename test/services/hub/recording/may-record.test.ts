import { expect, test } from 'vitest';
import { CameraSettings } from '../../../../services/contract/camera.ts';
import { mayRecord, whyNotRecorded } from '../../../../services/hub/recording/may-record.ts';

const camera = (more: object = {}) =>
  CameraSettings.parse({ id: 'hall', name: 'Hall', address: '/hall', ...more });
const now = { clock: '12:00', isHome: true, isDiskWell: true };
const no = (why: string) => ({ kind: 'no', why });
const with_ = (privacy: object) => camera({ recording: { privacy } });

test('a camera is recorded unless it is off, sees what is private, or its owner wants it not now', () => {
  expect(mayRecord(camera(), now)).toEqual({ kind: 'yes' });
  expect(mayRecord(camera({ enabled: false }), now)).toEqual(no('off'));
  expect(mayRecord(camera({ recording: { mode: 'off' } }), now)).toEqual(no('off'));
  expect(mayRecord(with_({ whileHome: true }), now)).toEqual(no('home'));
  expect(mayRecord(with_({ whileHome: true }), { ...now, isHome: false })).toEqual({ kind: 'yes' });
  expect(mayRecord(camera(), { ...now, isDiskWell: false })).toEqual(no('disk'));
});

test('times of day go over midnight, and end with the minute that they name', () => {
  const times = [
    { from: '22:00', to: '07:00' },
    { from: '12:00', to: '13:30' },
  ];
  const kinds = ['21:59', '22:00', '00:00', '06:59', '07:00', '12:00', '13:29', '13:30'].map(
    (clock) => mayRecord(with_({ times }), { ...now, clock }).kind,
  );
  expect(kinds).toEqual(['yes', 'no', 'no', 'no', 'yes', 'no', 'no', 'yes']);
});

test('the owner is told why, but not of what they switched off', () => {
  expect(whyNotRecorded({ kind: 'yes' })).toBeNull();
  expect(whyNotRecorded({ kind: 'no', why: 'off' })).toBeNull();
  expect(whyNotRecorded({ kind: 'no', why: 'home' })).toBe(
    'Not recorded while somebody is home: the house is not armed.',
  );
});
