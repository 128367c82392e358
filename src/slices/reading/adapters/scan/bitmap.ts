/** A page in shades of grey, one byte a pixel, row by row; 0 is black. */
export type Bitmap = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** The shade that best parts ink from paper (Otsu's method). */
export function inkThreshold({ data }: Bitmap): number {
  const counts = new Array<number>(256).fill(0);
  for (const shade of data) counts[shade] = (counts[shade] ?? 0) + 1;
  const all = data.length;
  const sum = counts.reduce((total, count, shade) => total + count * shade, 0);
  let [dark, darkSum, best, threshold] = [0, 0, -1, 127];
  counts.forEach((count, shade) => {
    dark += count;
    darkSum += count * shade;
    const light = all - dark;
    if (dark === 0 || light === 0) return;
    const spread = dark * light * (darkSum / dark - (sum - darkSum) / light) ** 2;
    if (spread > best) [best, threshold] = [spread, shade];
  });
  return threshold;
}

/** Share of the ink that stands in single pixels: dirt, not letters. */
export function speckShare(bitmap: Bitmap, threshold: number): number {
  const { width, height, data } = bitmap;
  let [ink, specks] = [0, 0];
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      if ((data[at] ?? 255) > threshold) continue;
      ink += 1;
      if (![at - 1, at + 1, at - width, at + width].some((near) => (data[near] ?? 255) <= threshold)) specks += 1;
    }
  }
  return ink === 0 ? 0 : specks / ink;
}
