import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cutOut, paintStage } from '../../services/hub/demo/demo-paint.ts';
import { DEMO_SCENES } from '../../services/hub/demo/demo-scene.ts';
import { type Clip, clipOf } from '../fixtures/clip.ts';

export const FILM_FRAMES_PER_SECOND = 12;

/** A film of 14 seconds, a key frame each second: somebody comes at the fourth and is gone at the ninth. */
export async function visitorFilm(folder: string): Promise<Clip> {
  const scene = DEMO_SCENES.find(({ name }) => name === 'front-door');
  const visit = scene?.visits[0];
  if (scene === undefined || visit === undefined) throw new Error('The demo house has no front door.');
  const photos = join(
    dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
    'demo',
  );
  const [stage, figure] = [join(folder, 'stage.png'), join(folder, 'figure.png')];
  await paintStage(scene, photos, stage);
  await cutOut(visit, photos, figure);
  const x = 'if(lt(t,5),-w+(t-4)*(W+w)/2,if(lt(t,8),(W-w)/2,-w+(9-t)*(W+w)/2))';
  const half = 'scale=iw/2:ih/2,loop=loop=-1:size=1,setpts=N/FRAME_RATE/TB';
  const place = `[a][b]overlay=x='max(-w,${x})':y=H-h,crop=640:360,format=yuv420p`;
  const looped = (file: string): readonly string[] => [
    ...['-framerate', String(FILM_FRAMES_PER_SECOND), '-i', file],
  ];
  const coder = 'keyint=12:min-keyint=12:scenecut=0:bframes=0:aud=1';
  const bytes = execFileSync(
    'ffmpeg',
    [
      ...['-v', 'error', ...looped(stage), ...looped(figure)],
      ...['-filter_complex', `[0]${half}[a];[1]${half}[b];${place}`, '-t', '14'],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-x264-params', coder, '-f', 'h264', 'pipe:1'],
    ],
    { maxBuffer: 1 << 26 },
  );
  return clipOf(bytes, { codec: 'h264', framesPerSecond: FILM_FRAMES_PER_SECOND });
}
