import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mp4Fragment, mp4Start } from '../../../services/contract/fragmented-mp4.ts';
import { joinedBytes } from '../../../services/contract/joined-bytes.ts';
import { codedVideo, makeClip } from '../../fixtures/coded-video.ts';
import { scratchFolder } from '../store/scratch.ts';

it('makes an MP4 of coded pictures that ffprobe reads whole: size, times, key frames, pictures', () => {
  const folder = scratchFolder();
  const clip = join(folder, 'clip.h264');
  makeClip(clip, { size: '320x180', framesPerSecond: 10, seconds: 2 });
  const { config, pictures } = codedVideo(readFileSync(clip), { width: 320, height: 180 });
  // Late in a long live view: times need more than 32 bits.
  const beginUs = 5_000_000_000;
  const file = join(folder, 'clip.mp4');
  const fragments = pictures.map((picture, index) =>
    mp4Fragment({
      number: index + 1,
      timeUs: beginUs + index * 100_000,
      pictures: [{ ...picture, durationUs: 100_000 }],
    }),
  );
  writeFileSync(file, joinedBytes(mp4Start(config), ...fragments));
  const { stdout, stderr } = spawnSync(
    'ffprobe',
    [
      ...['-v', 'warning', '-count_frames', '-show_entries', 'stream=codec_name,width,height,nb_read_frames'],
      ...['-show_entries', 'packet=pts_time,duration_time,flags', '-of', 'json', file],
    ],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout.match(/"flags": "./g)?.map((flags) => flags.endsWith('K'))).toEqual(
    pictures.map(({ key }) => key),
  );
  expect(JSON.parse(stdout)).toMatchObject({
    streams: [{ codec_name: 'h264', width: 320, height: 180, nb_read_frames: '20' }],
    packets: pictures.map((_picture, index) => ({
      pts_time: (5000 + index / 10).toFixed(6),
      duration_time: '0.100000',
    })),
  });
});
