import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../contract/log.ts';
import type { CodecFamily } from './codec.ts';
import { startFfmpeg } from './ffmpeg.ts';
import { picturesOf } from './y4m.ts';

/** A decoder of this machine's hardware, as ffmpeg knows it. */
export interface Hardware {
  readonly name: 'VAAPI' | 'V4L2 M2M';
  /** Options that stand before an input. */
  readonly options: readonly string[];
  readonly families: readonly CodecFamily[];
}

const TEST_PICTURES = 5;
const TEST_MS = 8000;
/** The drivers of decoders in small boards: Raspberry Pi, Rockchip, Amlogic, MediaTek, Samsung, i.MX. */
const DECODERS = /codec-decode|rkvdec|hantro|meson-vdec|mtk-vcodec-dec|s5p-mfc-dec|coda/;

interface Machine {
  readonly devices: string;
  readonly classes: string;
}

const THIS_MACHINE: Machine = { devices: '/dev', classes: '/sys/class/video4linux' };

/**
 * The decoder in hardware to use, tried on a few pictures; null when there is none, or when it fails, which is told in one
 * line. What it can't decode, the processor decodes.
 */
export async function findHardware(
  { log, signal }: { readonly log: Log; readonly signal: AbortSignal },
  machine: Machine = THIS_MACHINE,
): Promise<Hardware | null> {
  for (const hardware of hardwareOf(machine)) {
    const why = await failureOf(hardware, signal);
    if (why === null) {
      log.info(`Video is decoded in hardware, by ${hardware.name}.`);
      return hardware;
    }
    if (!signal.aborted)
      log.warn(`${hardware.name} is there but can't be used: ${why} The processor decodes video.`);
  }
  return null;
}

/** ffmpeg's options for one input: those of the hardware where it knows the codec. */
export function optionsFor(hardware: Hardware | null, family: CodecFamily): readonly string[] {
  return hardware?.families.includes(family) === true ? hardware.options : [];
}

function hardwareOf({ devices, classes }: Machine): readonly Hardware[] {
  const render = join(devices, 'dri/renderD128');
  const vaapi: Hardware = {
    name: 'VAAPI',
    options: ['-hwaccel', 'vaapi', '-hwaccel_device', render],
    families: ['h264', 'hevc', 'jpeg'],
  };
  const memory: Hardware = { name: 'V4L2 M2M', options: ['-c:v', 'h264_v4l2m2m'], families: ['h264'] };
  return [...(existsSync(render) ? [vaapi] : []), ...(hasDecoder(classes) ? [memory] : [])];
}

function hasDecoder(classes: string): boolean {
  if (!existsSync(classes)) return false;
  return readdirSync(classes).some((device) => {
    const name = join(classes, device, 'name');
    return existsSync(name) && DECODERS.test(readFileSync(name, 'utf8'));
  });
}

/** Why it can't decode; null when it can. */
async function failureOf({ options }: Hardware, signal: AbortSignal): Promise<string | null> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TEST_MS)]);
  const input = ['-f', 'lavfi', '-i', `testsrc=size=320x240:rate=5:duration=${TEST_PICTURES / 5}`];
  const coder = startFfmpeg(
    [...input, '-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-preset', 'ultrafast', '-f', 'h264', 'pipe:1'],
    limit,
  );
  const decoder = startFfmpeg(
    [...options, '-f', 'h264', '-i', 'pipe:0', '-pix_fmt', 'yuv420p', '-f', 'yuv4mpegpipe', 'pipe:1'],
    limit,
  );
  coder.output.pipe(decoder.input);
  let pictures = 0;
  for await (const _ of picturesOf(decoder.output)) pictures += 1;
  const complaint = decoder.lines().find((line) => /fail|error|cannot|could not|no such/i.test(line));
  if (complaint !== undefined) return `ffmpeg says "${complaint.replace(/^\[[^\]]*\] /, '')}".`;
  return pictures === TEST_PICTURES ? null : `of ${TEST_PICTURES} pictures it decoded ${pictures}.`;
}
