import sharp from 'sharp';

/** Pictures drawn for the tests: calm places with somebody in them, and faces. Nobody real is in them. */

const places = {
  door: ['#d8d2c4', '#8a7f6c', '#5d6d5a', '#3b4a3f'],
  garden: ['#a9c3cf', '#7d9a6b', '#57774d', '#36502f'],
  drive: ['#c7ccd1', '#8d8f92', '#6b6d70', '#44474a'],
  hall: ['#e6dccb', '#b99d78', '#8b6f4e', '#5b4632'],
} as const;

export type Place = keyof typeof places;

/** Where the person stands in a scene, 0..1 of the picture, for a `step` of the walk 0..1. */
export function boxAt(step: number) {
  return { x: 0.12 + 0.5 * step, y: 0.28, width: 0.13, height: 0.6 };
}

function person(step: number, coat: string): string {
  const { x, y, width, height } = boxAt(step);
  const [left, top, wide, high] = [x * 1280, y * 720, width * 1280, height * 720];
  const middle = left + wide / 2;
  return `<g>
    <ellipse cx="${middle}" cy="${top + high}" rx="${wide * 0.6}" ry="12" fill="#000" opacity=".25"/>
    <rect x="${left + wide * 0.24}" y="${top + high * 0.55}" width="${wide * 0.2}" height="${high * 0.44}" rx="14" fill="#2c3138"/>
    <rect x="${left + wide * 0.54}" y="${top + high * 0.55}" width="${wide * 0.2}" height="${high * 0.44}" rx="14" fill="#262b31"/>
    <rect x="${left + wide * 0.1}" y="${top + high * 0.2}" width="${wide * 0.8}" height="${high * 0.42}" rx="44" fill="${coat}"/>
    <circle cx="${middle}" cy="${top + high * 0.1}" r="${high * 0.095}" fill="#d9ac8b"/>
    <path d="M${middle - 42} ${top + high * 0.09} q42 -72 84 0 q-42 -30 -84 0z" fill="#3a2a20"/>
  </g>`;
}

interface Scene {
  readonly place: Place;
  readonly step: number | null;
  readonly coat?: string;
}

/** A picture of 1280×720; `step` moves the person, null leaves the place empty. */
export async function scene({ place, step, coat = '#3f6c8f' }: Scene): Promise<Uint8Array> {
  const [sky, wall, ground, dark] = places[place];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720">
    <defs><linearGradient id="l" x2="0" y2="1"><stop stop-color="${sky}"/><stop offset="1" stop-color="${wall}"/></linearGradient></defs>
    <rect width="1280" height="720" fill="url(#l)"/>
    <rect y="470" width="1280" height="250" fill="${ground}"/>
    <rect x="880" y="130" width="230" height="400" rx="6" fill="${dark}"/><rect x="905" y="155" width="180" height="350" fill="${wall}"/>
    <circle cx="1060" cy="350" r="9" fill="#e8d9a8"/>
    <rect x="90" y="170" width="240" height="170" fill="${dark}"/><rect x="104" y="184" width="98" height="142" fill="${sky}"/><rect x="216" y="184" width="98" height="142" fill="${sky}"/>
    <path d="M0 720 L360 470 H640 L420 720Z" fill="${dark}" opacity=".35"/>
    ${step === null ? '' : person(step, coat)}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer());
}

const looks = [
  ['#d9ac8b', '#3a2a20', '#3f6c8f'],
  ['#8d5a3b', '#1d1512', '#a4572f'],
  ['#eac3a4', '#b9802f', '#5a7d55'],
  ['#c58f69', '#5b5b60', '#7a4a7c'],
] as const;

/** How far eyes and mouth move when the head turns: front, left, right, up, down. */
const turns = [
  [0, 0],
  [-24, 0],
  [24, 0],
  [0, -16],
  [0, 16],
] as const;

/** A face of 240×240: the look is the index's rest by 4, the pose is the index by 4. */
export async function face(index: number): Promise<Uint8Array> {
  const [skin, hair, coat] = looks[index % looks.length] ?? looks[0];
  const [x, y] = turns[Math.floor(index / looks.length) % turns.length] ?? turns[0];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240">
    <rect width="240" height="240" fill="#cfd3cd"/>
    <path d="M20 240 q100 -110 200 0z" fill="${coat}"/>
    <rect x="98" y="150" width="44" height="46" fill="${skin}"/>
    <ellipse cx="120" cy="112" rx="56" ry="70" fill="${skin}"/>
    <path d="M60 108 q4 -80 62 -78 q58 0 58 78 q${-16 + x / 3} -44 -60 -46 q-42 4 -60 46z" fill="${hair}"/>
    <circle cx="${100 + x}" cy="${112 + y}" r="6" fill="#2a211c"/><circle cx="${140 + x}" cy="${112 + y}" r="6" fill="#2a211c"/>
    <path d="M${120 + x * 1.2} ${118 + y} q${x / 3 + 3} 10 0 12" fill="none" stroke="#7d4a3a" stroke-width="3" stroke-linecap="round"/>
    <path d="M${98 + x * 0.9} ${144 + y} q22 18 44 0" fill="none" stroke="#7d4a3a" stroke-width="5" stroke-linecap="round"/></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer());
}
