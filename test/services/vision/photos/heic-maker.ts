import { spawnSync } from 'node:child_process';
import type { RgbImage } from '../../../../models/image.ts';

/** A box of the ISO base media file format; `version` makes it a full box. */
function box(type: string, content: readonly Uint8Array[], version?: number): Buffer {
  const full = version === undefined ? [] : [Buffer.from([version, 0, 0, 0])];
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...full, ...content]);
  return Buffer.concat([uint(4, body.length + 4), body]);
}

function uint(size: number, ...values: number[]): Buffer {
  return Buffer.concat(
    values.map((value) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntBE(value, 0, size);
      return bytes;
    }),
  );
}

/** Codes pictures of one size as HEVC with ffmpeg, each on its own; gives the units of each. */
function hevcUnits(image: RgbImage): readonly Buffer[] {
  const { width, height, data } = image;
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`, '-i', 'pipe:0'];
  const codec = ['-c:v', 'libx265', '-x265-params', 'log-level=none:crf=10:info=0', '-pix_fmt', 'yuv420p'];
  const ffmpeg = spawnSync('ffmpeg', ['-v', 'error', ...input, ...codec, '-f', 'hevc', 'pipe:1'], {
    input: data,
  });
  const startCode = '\0\0\u0001';
  return ffmpeg.stdout
    .toString('latin1')
    .replaceAll(`\0${startCode}`, startCode)
    .split(startCode)
    .filter((unit) => unit !== '')
    .map((unit) => Buffer.from(unit, 'latin1'));
}

/** Parameter sets (types 32 to 34) go to the configuration, the rest is the picture. */
function unitType(unit: Buffer): number {
  return ((unit[0] ?? 0) >> 1) & 63;
}

function configuration(units: readonly Buffer[]): Buffer {
  const arrays = [32, 33, 34].map((type) => {
    const own = units.filter((unit) => unitType(unit) === type);
    const coded = own.flatMap((unit) => [uint(2, unit.length), unit]);
    return Buffer.concat([uint(1, 0x80 | type), uint(2, own.length), ...coded]);
  });
  return Buffer.concat([uint(1, 1), Buffer.alloc(20), uint(1, 3), uint(1, arrays.length), ...arrays]);
}

/** Whether this machine's ffmpeg can make the pictures of these tests. */
export function canMakeHeic(): boolean {
  return String(spawnSync('ffmpeg', ['-hide_banner', '-encoders']).stdout).includes('libx265');
}

/**
 * A HEIC file as telephones make it: a grid of tiles in one row, turned by `quarters` quarter turns counter-clockwise.
 * The picture is cut to `width` × `height`.
 */
export function makeHeic(
  tiles: readonly RgbImage[],
  size: { width: number; height: number; quarters: number },
): Buffer {
  const [first] = tiles;
  if (!first) throw new Error('A picture needs a tile.');
  const coded = tiles.map(hevcUnits);
  const datas = coded.map((units) =>
    Buffer.concat(
      units.filter((unit) => unitType(unit) < 32).flatMap((unit) => [uint(4, unit.length), unit]),
    ),
  );
  const grid = Buffer.concat([uint(1, 0, 0, 0, tiles.length - 1), uint(2, size.width, size.height)]);
  const ids = tiles.map((_, i) => i + 2);
  const infe = (id: number, type: string): Buffer =>
    box('infe', [uint(2, id, 0), Buffer.from(`${type}\0`, 'latin1')], 2);
  const meta = (offset: number): Buffer => {
    let at = offset;
    const tilePlaces = datas.map((data, i) => {
      at += data.length;
      return Buffer.concat([uint(2, i + 2, 0, 0, 1), uint(4, at - data.length, data.length)]);
    });
    const gridPlace = Buffer.concat([uint(2, 1, 1, 0, 1), uint(4, 0, grid.length)]);
    const ispe = (width: number, height: number): Buffer => box('ispe', [uint(4, width, height)], 0);
    return box(
      'meta',
      [
        box('pitm', [uint(2, 1)], 0),
        box('iloc', [uint(2, 0x4400), uint(2, tiles.length + 1), gridPlace, ...tilePlaces], 1),
        box('iinf', [uint(2, tiles.length + 1), infe(1, 'grid'), ...ids.map((id) => infe(id, 'hvc1'))], 0),
        box('iref', [box('dimg', [uint(2, 1, ids.length, ...ids)])], 0),
        box('iprp', [
          box('ipco', [
            ispe(size.width, size.height),
            box('irot', [uint(1, size.quarters)]),
            ispe(first.width, first.height),
            box('hvcC', [configuration(coded[0] ?? [])]),
          ]),
          box(
            'ipma',
            [
              uint(4, ids.length + 1),
              ...[uint(2, 1), uint(1, 2, 1, 0x80 | 2)],
              ...ids.flatMap((id) => [uint(2, id), uint(1, 2, 3, 0x80 | 4)]),
            ],
            0,
          ),
        ]),
        box('idat', [grid]),
      ],
      0,
    );
  };
  const ftyp = box('ftyp', [Buffer.from('heic\0\0\0\0mif1heic', 'latin1')]);
  const start = ftyp.length + meta(0).length + 8;
  return Buffer.concat([ftyp, meta(start), box('mdat', datas)]);
}
