import { crc32, deflateSync } from 'node:zlib';
import { create } from 'qrcode';

/** White around the code, in modules (ISO/IEC 18004 asks for 4), and pixels of a module's side. */
const QUIET = 4;
const SCALE = 8;

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A text as a QR code: a PNG of one bit a pixel, under a kilobyte for a link. Written here in place of the library's
 * own, which is asynchronous, while screens are decided purely.
 */
export function qrPicture(text: string): Uint8Array {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 2 * QUIET) * SCALE;
  const lines = Buffer.alloc(side * (1 + side / 8), 0xff);
  for (let y = 0; y < side; y++) {
    const line = y * (1 + side / 8);
    // Each line begins with its filter: none.
    lines[line] = 0;
    const row = Math.floor(y / SCALE) - QUIET;
    for (let column = 0; column < modules.size; column++) {
      // A module is as wide as a byte has bits; 0 is black.
      const isDark = row >= 0 && row < modules.size && modules.get(row, column) !== 0;
      if (isDark) lines[line + 1 + QUIET + column] = 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // One bit of grey a pixel.
  header[8] = 1;
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
