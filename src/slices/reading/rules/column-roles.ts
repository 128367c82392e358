import { foldLetters } from './wording.ts';

/** What a column of a plan's table holds. */
export type ColumnRole =
  | 'ordinal'
  | 'group'
  | 'criterion'
  | 'shortcoming'
  | 'task'
  | 'maxPoints'
  | 'points'
  | 'selfPoints'
  | 'lostPoints'
  | 'percent'
  | 'criteriaCount'
  | 'subcriteriaCount'
  | 'reason'
  | 'responsible'
  | 'remedy'
  | 'product'
  | 'target'
  | 'deadline'
  | 'assignment'
  | 'lead'
  | 'coordinator'
  | 'note';

/**
 * Header words, folded, in the order in which they are tried: what is said by several words comes before what is said by
 * one of them ("Đơn vị chủ trì, phối hợp" before "chủ trì").
 */
const HEADER_WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['ordinal', /^(?:stt|tt|so tt|s tt|so thu tu|#|no)\.?$/],
  ['subcriteriaCount', /^(?:tong )?so (?:luong )?(?:tieu chi thanh phan|tctp)/],
  ['criteriaCount', /^(?:tong )?so (?:luong )?tieu chi$/],
  ['task', /^(?:cac )?(?:chi tieu|muc tieu),? (?:va )?nhiem vu|^(?:nhiem vu|noi dung)[^.]{0,24}trong thoi gian toi/],
  ['remedy', /^(?:cac )?(?:giai phap|bien phap|phuong huong|phuong an)[^.]{0,24}trong thoi gian toi/],
  [
    'note',
    /^so (?:voi|sanh)|^lanh dao (?:so |ban )?(?:phu trach|chi dao|theo doi)|^ghi chu|^(?:thoi gian |ngay )?bat dau|^minh chung|tai lieu kiem chung|van ban lien quan/,
  ],
  ['criterion', /^(?:cac |ten )?(?:tieu chi|chi so thanh phan)/],
  [
    'shortcoming',
    /^(?:cac )?(?:chi tieu|noi dung|nhiem vu|muc tieu)[^.]{0,20}(?:chua dat|khong dat|mat diem|bi tru|giam diem|thap diem|chua hoan thanh)/,
  ],
  ['target', /^chi so (?:do luong|can dat|phan dau)/],
  ['task', /^ke hoach (?:hanh dong|thuc hien)$/],
  ['reason', /nguyen nhan|ly do|dien giai|giai trinh|vi sao|thuyet minh/],
  [
    'responsible',
    /^(?:(?:don vi|noi|phong|co quan|nguoi) )?(?:co |chiu )?trach nhiem (?:[a-z]+ ){0,3}(?:mat|tru|giam) diem$/,
  ],
  ['points', /(?:diem )?(?:dat|tham dinh|cham)(?: duoc)?\s*\/\s*(?:so )?diem (?:toi da|chuan)/],
  ['maxPoints', /diem (?:so )?(?:toi da|chuan|quy dinh)|thang diem|^(?:muc )?toi da$/],
  [
    'lostPoints',
    /diem (?:bi )?(?:tru|mat|giam)|(?:mat|tru|giam|thieu) diem$|so diem (?:bi )?(?:mat|tru)|diem chua dat|chenh lech|^(?:bi )?(?:mat|tru)$/,
  ],
  ['percent', /^ty le|^ti le|^%|phan tram|^chi so \(?%/],
  ['selfPoints', /tu (?:cham|danh gia)/],
  [
    'points',
    /diem (?:dat|tham dinh|cham|danh gia|cua hoi dong|thuc te|duoc)|ket qua (?:cham|diem|tham dinh|dat duoc|danh gia|xep hang)|so diem|^diem( so)?(?: nam)?(?: \d{4})?$|^dat(?: duoc)?$|^tham dinh$|^ket qua (?:nam )?\d{4}/,
  ],
  [
    'assignment',
    /phan cong|cach thuc (?:to chuc )?thuc hien|to chuc thuc hien|chu tri.{0,12}phoi hop|trach nhiem thuc hien/,
  ],
  [
    'coordinator',
    /phoi hop|^(?:don vi|co quan|phong|bo phan|noi) (?:ho tro|cung |tham gia)|^cung (?:thuc hien|lam|tham gia)|^ho tro$/,
  ],
  ['lead', /(?:lam|thuc hien|trach nhiem) chinh$/],
  [
    'responsible',
    /trach nhiem|de xay ra|gay mat diem|(?:don vi|phong|to chuc|ca nhan).{0,20}(?:bi tru|lam mat|lien quan)/,
  ],
  [
    'lead',
    /chu tri|(?:don vi|co quan|phong|bo phan|nguoi|ca nhan|chuyen vien|dau moi).{0,24}(?:thuc hien|phu trach|tham muu|dau moi|xu ly|khac phuc)|^(?:don vi|co quan|dau moi)$|^thuc hien$|^(?:cac )?(?:phong|don vi)[, ]+(?:phong|don vi)/,
  ],
  [
    'deadline',
    /thoi (?:han|gian|diem)|tien do|han (?:hoan thanh|thuc hien|xu ly)|moc (?:hoan thanh|thoi)|^hoan thanh$|^han$|ngay hoan thanh/,
  ],
  ['task', /^(?:cac )?(?:nhiem vu|noi dung|cong viec),? (?:va |- )?giai phap(?! khac phuc)/],
  ['remedy', /giai phap|bien phap|phuong huong|huong khac phuc|khac phuc|nhiem vu cai thien|cach khac phuc/],
  ['target', /^muc tieu|chi tieu|chi so can dat|ket qua phan dau|yeu cau can dat/],
  ['product', /san pham|dau ra|ket qua(?! (?:thuc hien )?(?:nam|cham|diem|danh gia))|san pham.{0,4}ket qua/],
  ['shortcoming', /ton tai|han che|thieu sot|khuyet diem|noi dung (?:bi )?(?:tru|mat|chua dat)|van de/],
  ['criterion', /^linh vuc.{0,6}tieu chi|tieu chi.{0,6}linh vuc/],
  ['group', /nhiem vu (?:chung|chinh|tong quat|trong tam)|nhom nhiem vu|^linh vuc$|^linh vuc[, ]|muc tieu chung|^nhom/],
  ['criterion', /tieu chi|chi so thanh phan|noi dung danh gia|noi dung cham|^chi so/],
  ['task', /nhiem vu|cong viec|hoat dong|noi dung|viec can lam|phan viec/],
];

/** The role that the words of a header cell name, or null. */
export function roleOfHeader(text: string): ColumnRole | null {
  const folded = foldLetters(text)
    .replace(/\s+/g, ' ')
    .replace(/^[\s(*]+|[\s).:*]+$/g, '')
    .trim();
  if (folded === '' || folded.length > 160) return null;
  const shortcoming =
    /ton tai|han che/.test(folded) &&
    !/^(?:don vi|phong|tap the|ca nhan|nguoi|co quan|trach nhiem|bo phan)/.test(folded) &&
    !/giai phap|bien phap|khac phuc|nguyen nhan/.test(folded);
  if (shortcoming) return 'shortcoming';
  return HEADER_WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** How many columns a row of cells names; none where it begins with a row's number instead of "STT". */
export function countTitles(texts: readonly string[]): number {
  const first = texts.find((text) => text.trim() !== '')?.trim() ?? '';
  if (/^\(?(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.)]?$/.test(first)) return 0;
  return texts.filter((text) => roleOfHeader(text) !== null).length;
}
