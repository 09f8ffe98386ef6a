import { fileURLToPath } from 'node:url';
import type { CameraSettings } from '../../contract/camera.ts';

/** What ffmpeg is told to read: its options, the `-i` argument, and what goes to its standard input (nothing: null). */
export interface Source {
  readonly options: readonly string[];
  readonly input: string;
  readonly script: string | null;
  /** How the camera's own video is passed on: copied, where it comes in a codec that pages and files know. */
  readonly video: readonly string[];
}

/**
 * How a stream is opened. `patient`: it is read for a while before anything is told of it, for cameras that don't describe
 * their video beforehand. `arrival`: pictures get the time of their arrival, for cameras whose clock can't be trusted.
 */
export interface Opening {
  readonly patient: boolean;
  readonly clock: 'camera' | 'arrival';
}

export const QUICK: Opening = { patient: false, clock: 'camera' };

const COPY = ['-c:v', 'copy'];
/** What comes from USB is raw, or JPEGs of a private kind. */
const AS_JPEG = ['-c:v', 'mjpeg', '-q:v', '4', '-pix_fmt', 'yuvj420p'];
const PATIENT = { probesize: '5000000', analyzeduration: '3000000' } as const;

export type Address = Pick<CameraSettings, 'address' | 'username' | 'password' | 'transport'>;

/** Without `file`: the playlist of a hostile camera must not name the files of this machine. */
const PROTOCOLS = 'pipe,rtsp,rtsps,rtp,tcp,tls,udp,http,https,httpproxy,crypto,hls,data';

/** ffmpeg gives up on a silent connection after this time. */
const SILENCE_MICROSECONDS = 5_000_000;

/**
 * A network address travels in an ffconcat script over standard input, since the command line of a process can be read by
 * everybody on the machine, and the address may hold a password. A file has no secret: it is played in a loop at its own speed.
 */
export function sourceOf(camera: Address, opening: Opening = QUICK): Source {
  const path = filePath(camera.address);
  if (path?.startsWith('/dev/video') === true)
    return { options: ['-f', 'v4l2', '-thread_queue_size', '8'], input: path, script: null, video: AS_JPEG };
  if (path !== null)
    return { options: ['-re', '-stream_loop', '-1'], input: path, script: null, video: COPY };
  const whitelist = ['-f', 'concat', '-safe', '0', '-protocol_whitelist', PROTOCOLS];
  return {
    options: [...whitelist, ...clockOptions(camera.address, opening)],
    input: 'pipe:0',
    script: scriptOf(camera, opening),
    video: COPY,
  };
}

/** The path of a file camera, null when the address is one of the network. */
export function filePath(address: string): string | null {
  if (address.startsWith('/')) return address;
  if (!address.startsWith('file://')) return null;
  try {
    return fileURLToPath(address);
  } catch {
    // Of another machine, or wrongly encoded: ffmpeg will say that there is no such file.
    return address.slice('file:/'.length);
  }
}

/**
 * A web camera's motion JPEG carries no times: ffmpeg would take 25 pictures a second for granted. Its pictures get the
 * time of their arrival; a playlist (HLS) has times, and arrives in lumps, and FLV has times.
 */
function clockOptions(address: string, { patient, clock }: Opening): readonly string[] {
  const timeless = /^https?:/i.test(address) && !/\.(m3u8|flv)([?#]|$)/i.test(address);
  const arrival = timeless || clock === 'arrival' ? ['-use_wallclock_as_timestamps', '1'] : [];
  if (timeless) return arrival;
  const probe = patient
    ? ['-probesize', PATIENT.probesize, '-analyzeduration', PATIENT.analyzeduration]
    : ['-probesize', '32'];
  return [...arrival, ...probe];
}

function scriptOf(camera: Address, { patient }: Opening): string {
  const probe = patient
    ? [`probesize ${PATIENT.probesize}`, `analyzeduration ${PATIENT.analyzeduration}`]
    : ['probesize 32'];
  const options = /^rtsps?:/i.test(camera.address)
    ? [`rtsp_transport ${camera.transport}`, `timeout ${SILENCE_MICROSECONDS}`, ...probe]
    : [`rw_timeout ${SILENCE_MICROSECONDS}`, 'analyzeduration 1000000'];
  const lines = ['ffconcat version 1.0', `file '${withCredentials(camera)}'`];
  return [...lines, ...options.map((option) => `option ${option}`), ''].join('\n');
}

/**
 * The address with user and password in it, every character but RFC 3986's unreserved ones percent-encoded in both. Never
 * log the result. An address that brings its own user keeps it when the fields are empty.
 */
export function withCredentials(camera: Pick<Address, 'address' | 'username' | 'password'>): string {
  const { address, username, password } = camera;
  const safe = address.replaceAll("'", '%27').replaceAll(/[\r\n]/g, '');
  if (username === '' && password === '') return safe;
  const authority = /^([a-z]+:\/\/)(?:[^/?#]*@)?(.*)$/i.exec(safe);
  const user = encode(username);
  const secret = password === '' ? '' : `:${encode(password)}`;
  return `${authority?.[1] ?? ''}${user}${secret}@${authority?.[2] ?? ''}`;
}

function encode(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  return bytes.map((byte) => encodeByte(byte)).join('');
}

function encodeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (/[A-Za-z0-9._~-]/.test(character)) return character;
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
