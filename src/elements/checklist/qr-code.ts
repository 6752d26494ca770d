import qrcode from 'qrcode-generator';

/** Scanners want four empty modules around the code. */
const margin = 4;

export interface QrCode {
  /** Width and height, in modules. */
  readonly size: number;
  /** The dark modules, as the path of an SVG of that size. */
  readonly path: string;
}

/** A text as a QR code; nothing for one that is too long. */
export function qrCode(text: string): QrCode | undefined {
  const code = qrcode(0, 'L');
  code.addData(text);
  try {
    code.make();
  } catch {
    // Over 2,953 bytes: there is the link.
    return undefined;
  }
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column)) path += `M${column + margin} ${row + margin}h1v1h-1z`;
  return { size: count + 2 * margin, path };
}
