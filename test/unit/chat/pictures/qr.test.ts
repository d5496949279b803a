import { inflateSync } from 'node:zlib';
import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { qrPicture } from '../../../../src/features/invitations/chat/qr.ts';

/** The picture as lines of dark and light pixels. */
function pixels(png: Uint8Array): { side: number; dark: (x: number, y: number) => boolean } {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const side = bytes.readUInt32BE(16);
  expect(bytes.readUInt32BE(20)).toBe(side);
  // Bit depth 1, grey, no interlacing.
  expect([...bytes.subarray(24, 29)]).toEqual([1, 0, 0, 0, 0]);
  const at = bytes.indexOf('IDAT', 0, 'latin1');
  const lines = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  const width = 1 + side / 8;
  expect(lines.length).toBe(side * width);
  return {
    side,
    dark: (x, y) => (((lines[y * width + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0,
  };
}

test.each([
  'https://t.me/castellan_bot?start=i_AAAAAAAAAAAAAAAAAAAAAAAA',
  'viber://pa?chatURI=castellanbot&context=i_AAAAAAAAAAAAAAAAAAAAAAAA',
])('the picture of a link is its code, with white around it: %s', (link) => {
  const { side, dark } = pixels(qrPicture(link));
  const { modules } = create(link, { errorCorrectionLevel: 'M' });
  expect(side).toBe((modules.size + 8) * 8);
  const wrong: string[] = [];
  for (let y = 0; y < side; y += 3) {
    for (let x = 0; x < side; x += 3) {
      const [row, column] = [Math.floor(y / 8) - 4, Math.floor(x / 8) - 4];
      const inside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
      if (dark(x, y) !== (inside && modules.get(row, column) !== 0)) wrong.push(`${x},${y}`);
    }
  }
  expect(wrong).toEqual([]);
});
