import { CameraSettings } from '../../../services/contract/camera.ts';
import { CameraThread } from '../../../services/vision/camera/camera-thread.ts';
import { lumaOf } from '../../../services/vision/motion/luma.ts';
import { MotionDetector } from '../../../services/vision/motion/motion.ts';

// node watched.ts ADDRESS[,SUBADDRESS]…: looks through cameras as the vision process does, up to the motion detector and
// without the networks, until its standard input closes. Tells as JSON lines what a glance took, and when pictures move.
const thread = new CameraThread();
const over = new AbortController();
process.stdin.resume().once('close', () => {
  over.abort();
});

function tell(news: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(news)}\n`);
}

async function look(pair: string, index: number): Promise<void> {
  const [address = '', subAddress = ''] = pair.split(',');
  const settings = CameraSettings.parse({
    id: `camera_${index}`,
    name: `Camera ${index}`,
    address,
    subAddress,
  });
  const line = thread.open(settings, {
    framesPerSecond: 5,
    hardware: null,
    signal: over.signal,
    onState: (state) => {
      tell({ camera: index, state: state.kind, atMs: Date.now() });
    },
    blacken: () => undefined,
  });
  const motion = new MotionDetector({ sensitivity: 0.5 });
  for await (const frame of line.frames()) {
    const { boxes } = motion.find(lumaOf(frame.y, frame.width, frame.height));
    line.moved(boxes.length > 0);
    const tookMs = Date.now() - frame.atMs;
    if (frame.glance || boxes.length > 0)
      tell({ camera: index, glance: frame.glance, tookMs, atMs: frame.atMs, boxes });
  }
}

await Promise.all(process.argv.slice(2).map(look));
await thread.stop();
