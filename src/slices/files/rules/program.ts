/** Endings under which a program starts with a double click, or that carry code to be run. */
const PROGRAM_ENDINGS: readonly string[] =
  'exe com bat cmd scr pif msi msp mst cpl hta vbs vbe js jse mjs ws wsf wsh ps1 psm1 sh bash run bin elf dll sys ocx jar apk app dmg pkg deb rpm lnk reg inf gadget py pl rb php html htm xhtml svg docm dotm xlsm xltm xlam pptm ppsm iso vhd'.split(
    ' ',
  );

const starts = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, place) => bytes[place] === sign);

const MACH_O: readonly (readonly number[])[] = [
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
];

const endingOf = (name: string): string =>
  /\.([a-z0-9]+)[\s.]*$/i.exec(name.normalize('NFKC'))?.[1]?.toLowerCase() ?? '';

/**
 * Whether a file is a program: by its first bytes, whatever it is called, or by its ending, whatever is in it ("cong-van.pdf.exe").
 *
 * @param start the first bytes of the file; four are enough
 * @returns what it is: "windows", "linux", "mac-or-java", "script" or the ending; null where it is none
 */
export function findProgram(name: string, start: Uint8Array): string | null {
  if (starts(start, 0x4d, 0x5a)) return 'windows';
  if (starts(start, 0x7f, 0x45, 0x4c, 0x46)) return 'linux';
  if (MACH_O.some((signs) => starts(start, ...signs))) return 'mac-or-java';
  if (starts(start, 0x23, 0x21)) return 'script';
  const ending = endingOf(name);
  return PROGRAM_ENDINGS.includes(ending) ? ending : null;
}

/** Office keeps printer settings and embedded objects under this ending; outside of an archive it is a program. */
const HARMLESS_INSIDE = new Set(['bin', 'html', 'htm', 'xhtml', 'svg']);

/** Names in the directory at the end of a zip archive, as far as the bytes reach; none where it is no archive. */
function* namesInZip(end: Uint8Array): Generator<string> {
  const view = new DataView(end.buffer, end.byteOffset, end.byteLength);
  let mark = end.length - 22;
  while (mark >= 0 && view.getUint32(mark, true) !== 0x06054b50) mark -= 1;
  if (mark < 0) return;
  let at = Math.max(0, mark - view.getUint32(mark + 12, true));
  while (at + 46 <= mark && view.getUint32(at, true) === 0x02014b50) {
    const nameLength = view.getUint16(at + 28, true);
    // Byte by byte: endings are plain letters, whatever the rest of the name is written in.
    yield Array.from(end.subarray(at + 46, at + 46 + nameLength), (byte) => String.fromCharCode(byte)).join('');
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/**
 * Whether a zip archive, or an Office document, which is one, holds a program or macros. An archive inside of it is not opened.
 *
 * @param end the last bytes of the file with the whole directory of the archive
 * @returns "macro", or the ending of the first program; null where there is none or the file is no archive
 */
export function findProgramInZip(end: Uint8Array): string | null {
  for (const name of namesInZip(end)) {
    if (/(^|\/)vbaProject\.bin$/i.test(name)) return 'macro';
    const ending = endingOf(name);
    if (PROGRAM_ENDINGS.includes(ending) && !HARMLESS_INSIDE.has(ending)) return ending;
  }
  return null;
}
