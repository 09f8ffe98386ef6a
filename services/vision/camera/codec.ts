/** How a raw stream of a codec is written for ffmpeg, and how pages name the codec. */
export type CodecFamily = 'h264' | 'hevc' | 'jpeg' | 'other';

/** ffmpeg's names of their raw streams; of others, MPEG-4 part 2 is the one that old cameras send. */
export const RAW_FORMATS = { h264: 'h264', hevc: 'hevc', jpeg: 'mjpeg', other: 'm4v' } as const;

/**
 * The codec as RFC 6381 writes it.
 * @param entry the type of an MP4's sample entry: `avc1`, `hev1`, `mp4v` …
 * @param description the content of its avcC or hvcC box.
 */
export function codecOf(entry: string, description: Uint8Array): string {
  if (/^avc[13]$/.test(entry)) return `avc1.${hex(description.subarray(1, 4))}`;
  if (/^(hev1|hvc1)$/.test(entry)) return hevcCodec(description);
  return entry === 'jpeg' || entry === 'mjpg' ? 'jpeg' : entry;
}

export function familyOf(codec: string): CodecFamily {
  if (codec.startsWith('avc1')) return 'h264';
  if (codec.startsWith('hvc1')) return 'hevc';
  return codec === 'jpeg' ? 'jpeg' : 'other';
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** ISO/IEC 14496-15, annex E.3: profile space and profile, compatibility flags in reverse, tier and level, constraints. */
function hevcCodec(record: Uint8Array): string {
  const [, profile = 0] = record;
  const space = ['', 'A', 'B', 'C'][profile >> 6] ?? '';
  const compatibility = record.subarray(2, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  const tier = (profile & 0x20) === 0 ? 'L' : 'H';
  const constraints = [...record.subarray(6, 12)];
  while (constraints.at(-1) === 0) constraints.pop();
  const parts = [
    `hvc1.${space}${profile & 0x1f}`,
    reversed(compatibility).toString(16),
    `${tier}${record[12] ?? 0}`,
    ...constraints.map((byte) => byte.toString(16)),
  ];
  return parts.join('.');
}

/** 32 bits, the last first. */
function reversed(bits: number): number {
  let result = 0;
  for (let i = 0; i < 32; i++) result = result * 2 + (Math.floor(bits / 2 ** i) % 2);
  return result;
}
