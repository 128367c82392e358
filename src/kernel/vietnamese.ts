/**
 * Lower case without diacritics, white space folded: what people mean when they type "van phong so" for "Văn phòng Sở".
 * Old and new tone placement ("hoà", "hòa") and composed or decomposed Unicode give the same answer.
 */
export function foldVietnamese(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}
