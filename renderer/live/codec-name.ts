const names: Readonly<Record<string, string>> = {
  avc1: 'H.264',
  avc3: 'H.264',
  hvc1: 'H.265',
  hev1: 'H.265',
  av01: 'AV1',
  vp08: 'VP8',
  vp09: 'VP9',
  mp4v: 'MPEG-4',
  h264: 'H.264',
  hevc: 'H.265',
  mjpeg: 'Motion JPEG',
  jpeg: 'Motion JPEG',
};

/** The codec of an RFC 6381 string, or of ffmpeg's name for it, as it stands on a camera's box. */
export function codecName(codec: string): string {
  const [kind = codec] = codec.split('.');
  return names[kind] ?? kind;
}
