/** A picture at a quarter of its size: the sums (16 × the means) of its 4×4 blocks. `width` and `height` are multiples of 4. */
export function quarter(picture: Uint8Array | Uint8ClampedArray, width: number, height: number): Int32Array {
  const columns = width / 4;
  const small = new Int32Array(columns * (height / 4));
  for (let y = 0; y < height; y++) {
    const to = (y >> 2) * columns;
    for (let x = 0, from = y * width; x < columns; x++, from += 4)
      small[to + x] =
        (small[to + x] ?? 0) +
        (picture[from] ?? 0) +
        (picture[from + 1] ?? 0) +
        (picture[from + 2] ?? 0) +
        (picture[from + 3] ?? 0);
  }
  return small;
}

/** What a picture has beyond its 9×9 mean (smaller at the edges): its texture, whatever the light. */
export function highPass(picture: Int32Array, width: number, height: number): Int32Array {
  const sums = integralOf(picture, width, height);
  const stride = width + 1;
  const passed = new Int32Array(picture.length);
  for (let y = 0; y < height; y++) {
    const top = Math.max(y - 4, 0);
    const bottom = Math.min(y + 5, height);
    for (let x = 0; x < width; x++) {
      const left = Math.max(x - 4, 0);
      const right = Math.min(x + 5, width);
      const sum =
        (sums[bottom * stride + right] ?? 0) -
        (sums[top * stride + right] ?? 0) -
        (sums[bottom * stride + left] ?? 0) +
        (sums[top * stride + left] ?? 0);
      passed[y * width + x] = (picture[y * width + x] ?? 0) - sum / ((bottom - top) * (right - left));
    }
  }
  return passed;
}

/** Sums over the rectangle from the origin to each corner between pixels, `(width + 1) * (height + 1)` of them. */
function integralOf(picture: Int32Array, width: number, height: number): Int32Array {
  const stride = width + 1;
  const sums = new Int32Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += picture[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = row + (sums[y * stride + x + 1] ?? 0);
    }
  }
  return sums;
}
