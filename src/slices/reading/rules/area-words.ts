import { foldLetters } from './wording.ts';

/** The reform areas that every provincial set has, by the words that name them (folded). */
const AREA_WORDS =
  /chi dao,? (?:va )?dieu hanh|the che|thu tuc hanh chinh|tthc|to chuc bo may|cai cach bo may|^(?:cai cach )?cong vu$|bo may hanh chinh|che do cong vu|cong chuc, cong vu|doi ngu can bo|doi ngu cong chuc|tai chinh cong|chinh quyen (?:dien tu|so)|chinh phu (?:dien tu|so)|chuyen doi so|hien dai hoa|muc do hai long|chi so hai long|tac dong cua (?:cai cach|cchc)|tac dong den|diem (?:thuong|thuong)|xay dung va to chuc thuc hien van ban|mot cua|quan ly tai chinh|phat trien kinh te/;

/** Where an area's name ends: figures, a count of criteria, a colon. */
const NAME_END =
  /\s*(?:[:;]|\(\s*(?=\d|đạt|tổng|điểm)|[-–]\s+(?=đạt|\d)|\.(?:\s|$)|,\s*(?=đạt|được|\d|có\s+\d|tổng)|,?\s*(?<!\p{L})(?:Sở|đơn vị|cơ quan)\s+(?:chỉ\s+)?(?:đạt|được)\s+(?=\d)|\s(?:với|gồm|có|bao gồm)\s+\d|\s\d{1,3}\s*tiêu chí|\s(?:đạt|được|số điểm|điểm (?:đạt|tối đa))(?![\p{L}])|$)/iu;

export function namesArea(text: string): boolean {
  return AREA_WORDS.test(foldLetters(text));
}

/** How many characters of a line are the name of the area. */
export function areaNameLength(text: string): number {
  return NAME_END.exec(text)?.index ?? text.length;
}

const AREA_START =
  /^(?:Công tác chỉ đạo|Chỉ đạo|Cải cách|Xây dựng (?:và phát triển )?chính quyền|Hiện đại hóa|Chuyển đổi số|Tổ chức bộ máy|Tác động)(?!\p{L})/u;

/** True for words that the name of an area begins with, as plans head their tables' parts. */
export function startsAreaName(text: string): boolean {
  return AREA_START.test(text);
}
