/**
 * The few rules of the protobuf wire format that an ONNX file needs.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
export type Field = Uint8Array;

const utf8 = new TextEncoder();

/** A number, 7 bits a byte, lowest first; negative numbers as 64-bit two's complement. */
function varint(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return bytes;
}

/** An int32, int64 or enum field. */
export function intField(number: number, value: number | bigint): Field {
  return Uint8Array.from([...varint(number << 3), ...varint(value)]);
}

/** A float field, 32 bits little endian. */
export function floatField(number: number, value: number): Field {
  const bytes = Buffer.alloc(5);
  bytes[0] = (number << 3) | 5;
  bytes.writeFloatLE(value, 1);
  return bytes;
}

/** A string, bytes or message field: anything that goes with its length before it. */
export function bytesField(number: number, value: string | Uint8Array | readonly Field[]): Field {
  const body =
    typeof value === 'string'
      ? utf8.encode(value)
      : value instanceof Uint8Array
        ? value
        : Buffer.concat(value);
  return Buffer.concat([Uint8Array.from([...varint((number << 3) | 2), ...varint(body.length)]), body]);
}
