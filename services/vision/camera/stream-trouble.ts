import type { TroubleCode } from '../../contract/trouble.ts';

/** Why a stream ended, for its owner: never an address, a user or a password in it. */
export interface StreamTrouble {
  readonly code: TroubleCode;
  /** One sentence on what is wrong … */
  readonly what: string;
  /** … and one on what to do. */
  readonly advice: string;
}

/** How the stream ended: by itself, or because no (further) picture came in time. `sawPicture`: pictures had come before. */
export interface StreamEnd {
  readonly lines: readonly string[];
  readonly sawPicture: boolean;
  readonly timedOut: boolean;
}

const REFUSED: StreamTrouble = {
  code: 'refused',
  what: 'The camera refuses the user or the password.',
  advice: "Check both in the camera's settings; many cameras have a separate user for video.",
};
const NOT_FOUND: StreamTrouble = {
  code: 'not_found',
  what: 'The camera has no video under this path.',
  advice: "Check the part of the address after the host; the camera's manual names it.",
};
const NO_VIDEO: StreamTrouble = {
  code: 'no_video',
  what: 'This address sends no video, only sound or data.',
  advice: "Use the address of the camera's video stream.",
};
const UNREACHABLE: StreamTrouble = {
  code: 'unreachable',
  what: "The camera can't be reached at this address.",
  advice: 'Check that it has power and network, and that host and port are right.',
};
const NO_HOST: StreamTrouble = {
  code: 'unreachable',
  what: "The name in the camera's address is not known in this network.",
  advice: 'Check its spelling, or use the number of the camera (such as 192.168.1.20).',
};
const NO_FILE: StreamTrouble = {
  code: 'not_found',
  what: 'The video file is not there or may not be read.',
  advice: "Check the file's path and its permissions.",
};
const NOT_VIDEO: StreamTrouble = {
  code: 'no_video',
  what: 'What answers at this address is not a video.',
  advice: 'Check the address; it is often the port or the path that is wrong.',
};
const UNREADABLE: StreamTrouble = {
  code: 'no_video',
  what: "The camera's video is of a kind that this machine's ffmpeg can't read.",
  advice: "Choose H.264 in the camera's settings.",
};
const BUSY: StreamTrouble = {
  code: 'unavailable',
  what: 'The camera reports a fault of its own or has too many viewers.',
  advice: 'Close other programs that show it, or restart the camera.',
};
const NO_FFMPEG: StreamTrouble = {
  code: 'missing_program',
  what: 'The program ffmpeg is missing on this machine.',
  advice: 'Install it, on Debian with: sudo apt-get install ffmpeg',
};
const STOPPED: StreamTrouble = {
  code: 'unavailable',
  what: 'The camera stopped sending pictures.',
  advice: 'It is tried again by itself; if this lasts, check its power and network.',
};
/** Data comes, and no picture can be made of it. */
export const BROKEN: StreamTrouble = {
  code: 'unavailable',
  what: 'What the camera sends is damaged: no picture can be made of it.',
  advice: 'It is tried again by itself; if this lasts, restart the camera and check its network.',
};
const ENDED: StreamTrouble = {
  code: 'unavailable',
  what: 'The camera ended the connection before its first picture.',
  advice: 'It is tried again by itself; if this lasts, restart the camera.',
};
const SILENT: StreamTrouble = {
  code: 'unavailable',
  what: 'The camera answers but sends no pictures.',
  advice: 'It is tried again by itself; if this lasts, restart the camera.',
};

/** What ffmpeg says when it must see more of a stream before it can pass it on. */
export const NEEDS_PATIENCE =
  /dimensions not set|Could not find codec parameters|Could not write header|sample rate not set/;

/** ffmpeg's and the system's own words, most telling first. The order matters: one failure writes several lines. */
const SAYINGS: readonly (readonly [RegExp, StreamTrouble])[] = [
  [/Cannot find ffmpeg|spawn \S*ffmpeg ENOENT/, NO_FFMPEG],
  [/\b40[13] (Unauthorized|Forbidden)|authorization failed/i, REFUSED],
  [/\b40[40] (Not Found|File not found)|Server returned 404|HTTP error 404/i, NOT_FOUND],
  [/matches no streams|does not contain any stream/, NO_VIDEO],
  [/: Decoder .*not found|Unknown decoder|Could not find codec parameters .*Video: none/, UNREADABLE],
  [/Failed to resolve hostname|Name or service not known|Temporary failure in name/, NO_HOST],
  [/: (No such file or directory|Permission denied|Is a directory)$/, NO_FILE],
  [/Server returned 5XX|\b(503|453|461) |4XX Client Error/, BUSY],
  [/Connection (refused|timed out|reset)|No route to host|Network is unreachable/, UNREACHABLE],
  [/Invalid data found|Stream ends prematurely|moov atom not found|Cannot determine format/, NOT_VIDEO],
  [/Input\/output error|End of file/, UNREACHABLE],
];

/**
 * Puts ffmpeg's words into the owner's. A stream that showed pictures has stopped, whatever ffmpeg says: a server that is
 * killed leaves exit code 0 and an empty standard error.
 */
export function streamTrouble({ lines, sawPicture, timedOut }: StreamEnd): StreamTrouble {
  if (sawPicture) return STOPPED;
  for (const [saying, trouble] of SAYINGS) if (lines.some((line) => saying.test(line))) return trouble;
  return timedOut && lines.some((line) => line.startsWith('Input #0'))
    ? SILENT
    : timedOut
      ? UNREACHABLE
      : ENDED;
}
