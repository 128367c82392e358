/** Endings under which a program starts with a double click, or that carry code to be run. */
const PROGRAM_ENDINGS: readonly string[] =
  'exe com bat cmd scr pif msi msp mst cpl hta vbs vbe js jse mjs ws wsf wsh ps1 psm1 sh bash run bin elf dll sys ocx jar apk app dmg pkg deb rpm lnk reg inf gadget py pl rb php'.split(
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
  const ending = /\.([a-z0-9]+)[\s.]*$/i.exec(name.normalize('NFKC'))?.[1]?.toLowerCase() ?? '';
  return PROGRAM_ENDINGS.includes(ending) ? ending : null;
}
