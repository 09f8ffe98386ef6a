/**
 * A sound that is the same everywhere: a rising tone that comes and goes, over noise, very soft from one second to the next.
 * Values are multiples of 1/32768, as those of a file.
 */
export function tones(samples: number): Float32Array {
  // Park and Miller's generator.
  let seed = 1;
  return Float32Array.from({ length: samples }, (_, i) => {
    seed = (seed * 48_271) % 2_147_483_647;
    const noise = 0.01 * (seed / 1_073_741_824 - 1);
    const tone = 0.4 * Math.sin(i * i * 2e-5) * Math.sin(i / 900);
    const loudness = Math.floor(i / 2_000) % 3 === 1 ? 0.0005 : 1;
    return Math.round(loudness * (noise + tone) * 32_768) / 32_768;
  });
}
