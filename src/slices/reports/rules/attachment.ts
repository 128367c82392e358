/** Largest file that may be attached, in bytes. */
export const ATTACHMENT_LIMIT = 30_000_000;

export type AttachmentRefusal = 'file-is-program' | 'file-kind-unknown';

const MEDIA: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
  csv: 'text/csv',
};

/** Endings that a form offers. */
export const attachmentEndings = Object.keys(MEDIA).map((ending) => `.${ending}`);

const PROGRAM_ENDINGS = new Set(
  'exe msi com scr bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta jar apk dll sys sh bash py rb pl php lnk reg docm xlsm pptm html htm svg iso dmg app deb rpm'.split(
    ' ',
  ),
);

const startsWith = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, at) => bytes[at] === sign);

/** What the first bytes are, whatever the name says. */
function contentOf(bytes: Uint8Array): 'program' | 'pdf' | 'zip' | 'ole' | 'png' | 'jpeg' | 'text' | 'unknown' {
  if (startsWith(bytes, 0x4d, 0x5a) || startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46)) return 'program';
  if (startsWith(bytes, 0x23, 0x21) || startsWith(bytes, 0xca, 0xfe, 0xba, 0xbe)) return 'program';
  if (startsWith(bytes, 0xcf, 0xfa, 0xed, 0xfe) || startsWith(bytes, 0xce, 0xfa, 0xed, 0xfe)) return 'program';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  return bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) ? 'unknown' : 'text';
}

const ENDINGS_OF: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf'],
  zip: ['docx', 'xlsx', 'pptx', 'odt', 'ods'],
  ole: ['doc', 'xls'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  text: ['txt', 'csv'],
};

/**
 * Whether a file may be attached: documents, tables, pictures, plain text; never a program, by its name or by its content.
 *
 * @param head the first bytes, some hundred
 * @returns the media type to keep it under, or why it is refused
 */
export function judgeAttachment(
  name: string,
  head: Uint8Array,
): { mediaType: string } | { refusal: AttachmentRefusal } {
  const endings = name.toLowerCase().split('.').slice(1);
  const ending = endings.at(-1) ?? '';
  const content = contentOf(head);
  if (content === 'program' || endings.some((one) => PROGRAM_ENDINGS.has(one.trim())))
    return { refusal: 'file-is-program' };
  const mediaType = MEDIA[ending];
  return mediaType && ENDINGS_OF[content]?.includes(ending) ? { mediaType } : { refusal: 'file-kind-unknown' };
}
