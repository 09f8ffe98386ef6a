import { z } from 'zod';

/** A video profile of a camera: how it encodes one of its sources. */
export interface Profile {
  readonly token: string;
  readonly source: string;
  readonly width: number;
  readonly height: number;
  readonly codec: 'H.264' | 'H.265';
  /** 0 where the camera does not say. */
  readonly framesPerSecond: number;
}

/** The ONVIF library makes a number of what looks like one. */
const Text = z.union([z.string(), z.number()]).transform(String);
const Size = z.number().int().min(16).max(32_768);

const Encoded = z.object({
  $: z.object({ token: Text }),
  videoSourceConfiguration: z.object({ sourceToken: Text.catch('') }).catch({ sourceToken: '' }),
  videoEncoderConfiguration: z.object({
    encoding: Text,
    resolution: z.object({ width: Size, height: Size }),
    rateControl: z
      .object({ frameRateLimit: z.number().min(0).max(1000).catch(0) })
      .catch({ frameRateLimit: 0 }),
  }),
});

/** The profiles in a camera's answer that Lares can watch; what is no profile, or has a codec that is neither H.264 nor H.265, is left out. */
export function profilesIn(answer: unknown): readonly Profile[] {
  return z.array(z.unknown()).catch([]).parse(answer).flatMap(profileIn);
}

function profileIn(each: unknown): readonly Profile[] {
  const { data } = Encoded.safeParse(each);
  if (data === undefined) return [];
  const { encoding, resolution, rateControl } = data.videoEncoderConfiguration;
  const codec = codecOf(encoding);
  if (codec === null) return [];
  return [
    {
      token: data.$.token,
      source: data.videoSourceConfiguration.sourceToken,
      ...resolution,
      codec,
      framesPerSecond: rateControl.frameRateLimit,
    },
  ];
}

function codecOf(encoding: string): Profile['codec'] | null {
  if (/^h\.?264/i.test(encoding)) return 'H.264';
  return /^(h\.?265|hevc)/i.test(encoding) ? 'H.265' : null;
}

const leastSubHeight = 240;
const mostSubHeight = 720;

/**
 * The main stream is the largest. The sub stream is the smallest of the same source in which a person can still be told
 * (240 rows), rather H.264, which every browser shows, and rather not above 720 rows, which would save little. Null without any.
 */
export function chosenProfiles(
  profiles: readonly Profile[],
): { readonly main: Profile; readonly sub: Profile | null } | null {
  const [main] = profiles.toSorted((a, b) => areaOf(b) - areaOf(a) || b.framesPerSecond - a.framesPerSecond);
  if (main === undefined) return null;
  const [sub = null] = profiles
    .filter(({ source, height }) => source === main.source && height >= leastSubHeight)
    .filter((profile) => areaOf(profile) < areaOf(main))
    .toSorted((a, b) => costOf(a) - costOf(b) || areaOf(a) - areaOf(b));
  return { main, sub };
}

function areaOf({ width, height }: Profile): number {
  return width * height;
}

function costOf({ height, codec }: Profile): number {
  return (height > mostSubHeight ? 2 : 0) + (codec === 'H.265' ? 1 : 0);
}
