import { encode } from 'uqr';

/** A QR code as one SVG path, a stroke one unit wide for each run of dark modules. */
export interface QrCode {
  /** Modules on a side. */
  readonly size: number;
  readonly path: string;
}

/** The QR code of an address: read from paper by a phone. Error correction L, since nothing covers it. */
export function qrCode(address: string): QrCode {
  const { data, size } = encode(address, { ecc: 'L', border: 0, maskPattern: 2 });
  const rows = data.map((row, y) => {
    let at = 0;
    let path = '';
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true || row[x - 1] === true) continue;
      let end = x;
      while (row[end] === true) end += 1;
      path += `${path === '' ? `M${x} ${y}.5` : `m${x - at} 0`}h${end - x}`;
      at = end;
    }
    return path;
  });
  return { size, path: rows.join('') };
}
