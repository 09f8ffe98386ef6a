import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = '/usr/bin/motion';

export const hasMotionDaemon = existsSync(PROGRAM);

/** Debian's `motion` on the same streams: five frames a second, nothing recorded, nothing served. */
export function startMotionDaemon(
  addresses: readonly string[],
  size: { readonly width: number; readonly height: number },
): ChildProcess {
  const folder = mkdtempSync(join(tmpdir(), 'lares-motion-'));
  const common = [
    'daemon off',
    'setup_mode off',
    `log_file ${join(folder, 'log')}`,
    `target_dir ${folder}`,
    `width ${size.width}`,
    `height ${size.height}`,
    'framerate 5',
    'picture_output off',
    'movie_output off',
    'webcontrol_port 0',
    'stream_port 0',
    'text_left',
    'text_right',
  ];
  const cameras = addresses.map((address, index) => {
    const file = join(folder, `camera-${index}.conf`);
    writeFileSync(file, `camera_id ${index + 1}\nnetcam_url ${address}\nnetcam_params rtsp_transport=tcp\n`);
    return `camera ${file}`;
  });
  const file = join(folder, 'motion.conf');
  writeFileSync(file, `${[...common, ...cameras].join('\n')}\n`);
  return spawn(PROGRAM, ['-n', '-c', file], { stdio: 'ignore' });
}
