import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";

export interface Pixels {
  width: number;
  height: number;
  /** Four bytes a pixel: red, green, blue, alpha. */
  rgba: Uint8Array;
}

/** Reads a PNG of eight bits a channel, with or without alpha, not interlaced; enough for icons and screenshots. */
export function decodePng(file: Buffer): Pixels {
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const [width, height, depth, type, interlaced] = [
    file.readUInt32BE(16),
    file.readUInt32BE(20),
    file[24],
    file[25],
    file[28],
  ];
  assert.ok(depth === 8 && (type === 2 || type === 6) && interlaced === 0, "a kind of PNG that this does not read");

  const channels = type === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(data));
  const row = width * channels;
  const lines = new Uint8Array(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < row; x++) {
      const left = x < channels ? 0 : (lines[y * row + x - channels] ?? 0);
      const up = y === 0 ? 0 : (lines[(y - 1) * row + x] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (lines[(y - 1) * row + x - channels] ?? 0);
      const predicted = predict(raw[y * (row + 1)] ?? 0, left, up, corner);
      lines[y * row + x] = (raw[y * (row + 1) + 1 + x] ?? 0) + predicted;
    }

  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++)
    rgba.set(lines.subarray(pixel * channels, (pixel + 1) * channels), pixel * 4);
  return { width, height, rgba };
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** The colours that can be seen at all, as hex. */
export const colours = ({ rgba }: Pixels): Set<string> =>
  new Set(pixels(rgba).flatMap((pixel) => (pixel[3] ? [Buffer.from(pixel.subarray(0, 3)).toString("hex")] : [])));

export const alphas = ({ rgba }: Pixels): Set<number> => new Set(pixels(rgba).map((pixel) => pixel[3] ?? 0));

const pixels = (rgba: Uint8Array) =>
  Array.from({ length: rgba.length / 4 }, (_, at) => rgba.subarray(at * 4, at * 4 + 4));
