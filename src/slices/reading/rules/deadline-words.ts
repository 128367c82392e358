import { foldLetters } from './wording.ts';

const DEADLINE_START =
  /^(?:[-+*] ?)?(?:(?:truoc|tu|den|den het|het|trong|cham nhat|muon nhat|xong truoc|hoan thanh|dinh ky|vao|chan nhat|thoi gian|thoi han|sau khi|ngay sau|ngay trong|ngay tu) (?:ngay|thang|quy|nam|het|vong|thoi han|ky|tuan|\d|hang|hang|khi|dau|cuoi|xong)|thuong xuyen|lien tuc|hang (?:thang|quy|nam|tuan|ngay)|quy (?:i|ii|iii|iv|[1-4])(?![a-z])|thang \d|nam \d{4}|ngay \d|ca nam|trong nam|trong quy|trong thang|tu nay|ngay khi|khi phat sinh|moi (?:quy|thang|nam|tuan)|theo (?:chuong trinh|lich|tinh hinh|quy dinh|ke hoach|yeu cau|tien do|huong dan|thoi (?:gian|han)|chi dao|dinh ky|van ban|lo trinh|tung)|ngay sau khi|khi co|dot xuat|\d{1,2}\/\d{1,2}|\d{1,2}\/\d{4}|6 thang|06 thang|9 thang|moi (?:thang|quy|nam)|sau khi|dau (?:nam|quy|thang)|cuoi (?:nam|quy|thang))/;

/** True for a short text that says when, and nothing else: the content of a deadline cell. */
export function looksLikeDeadline(text: string): boolean {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain === '' || plain.length > 200) return false;
  return DEADLINE_START.test(foldLetters(plain)) && !(plain.length > 60 && /;/.test(plain));
}
