/** A colour as red, green and blue, each 0..255. */
export type Rgb = readonly [number, number, number];

/** The colours that can be asked for, by their CSS values where CSS has the name. */
const COLORS: Readonly<Record<string, Rgb>> = {
  white: [255, 255, 255],
  'warm white': [255, 224, 178],
  'cold white': [220, 235, 255],
  red: [255, 0, 0],
  orange: [255, 165, 0],
  yellow: [255, 255, 0],
  green: [0, 128, 0],
  lime: [0, 255, 0],
  cyan: [0, 255, 255],
  turquoise: [64, 224, 208],
  blue: [0, 0, 255],
  violet: [238, 130, 238],
  purple: [128, 0, 128],
  magenta: [255, 0, 255],
  pink: [255, 192, 203],
  brown: [165, 42, 42],
  black: [0, 0, 0],
};

export function rgbOf(color: string): Rgb | undefined {
  return Object.hasOwn(COLORS, color) ? COLORS[color] : undefined;
}

/** The nearest colour that has a name. */
export function colorName(rgb: Rgb): string {
  const distance = (other: Rgb) => other.reduce((sum, value, at) => sum + (value - (rgb[at] ?? 0)) ** 2, 0);
  const [nearest] = Object.entries(COLORS).sort(([, a], [, b]) => distance(a) - distance(b));
  return nearest?.[0] ?? 'white';
}

/** Hue 0..360 and saturation 0..100. */
export function hueOf([red, green, blue]: Rgb): readonly [number, number] {
  const most = Math.max(red, green, blue);
  const span = most - Math.min(red, green, blue);
  if (span === 0) return [0, 0];
  const sector =
    most === red
      ? ((green - blue) / span + 6) % 6
      : most === green
        ? (blue - red) / span + 2
        : (red - green) / span + 4;
  return [Math.round(sector * 60), Math.round((span / most) * 100)];
}

/** Full brightness of a hue 0..360 and a saturation 0..100. */
export function rgbOfHue(hue: number, saturation: number): Rgb {
  const channel = (offset: number) => {
    const sector = (offset + hue / 60) % 6;
    return Math.round(255 * (1 - (saturation / 100) * Math.max(0, Math.min(sector, 4 - sector, 1))));
  };
  return [channel(5), channel(3), channel(1)];
}

/** CIE 1931 x and y of an sRGB colour (IEC 61966-2-1, D65). */
export function xyOf(rgb: Rgb): readonly [number, number] {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92;
  });
  const [r, g, b] = [red ?? 0, green ?? 0, blue ?? 0];
  const x = 0.4124 * r + 0.3576 * g + 0.1805 * b;
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const sum = x + y + 0.0193 * r + 0.1192 * g + 0.9505 * b;
  return sum === 0 ? [0.3127, 0.329] : [round4(x / sum), round4(y / sum)];
}

/** The sRGB colour of full brightness for CIE 1931 x and y. */
export function rgbOfXy(x: number, y: number): Rgb {
  const [capitalX, capitalZ] = [x / Math.max(y, 1e-6), (1 - x - y) / Math.max(y, 1e-6)];
  const linear = [
    3.2406 * capitalX - 1.5372 - 0.4986 * capitalZ,
    -0.9689 * capitalX + 1.8758 + 0.0415 * capitalZ,
    0.0557 * capitalX - 0.204 + 1.057 * capitalZ,
  ].map((value) => Math.max(0, value));
  const most = Math.max(...linear, 1e-6);
  const [red = 0, green = 0, blue = 0] = linear.map((value) => {
    const part = value / most;
    return Math.round(255 * (part > 0.0031308 ? 1.055 * part ** (1 / 2.4) - 0.055 : 12.92 * part));
  });
  return [red, green, blue];
}

function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
