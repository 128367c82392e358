import { foldLetters } from './wording.ts';

/** Names of provincial departments as decrees write them, before and after the merging of 2025. */
const DEPARTMENTS: readonly string[] = [
  'Nông nghiệp và Phát triển nông thôn',
  'Nông nghiệp và Môi trường',
  'Tài nguyên và Môi trường',
  'Lao động - Thương binh và Xã hội',
  'Văn hóa, Thể thao và Du lịch',
  'Văn hóa và Thể thao',
  'Thông tin và Truyền thông',
  'Khoa học và Công nghệ',
  'Giáo dục và Đào tạo',
  'Kế hoạch và Đầu tư',
  'Quy hoạch - Kiến trúc',
  'Dân tộc và Tôn giáo',
  'Giao thông vận tải',
  'An toàn thực phẩm',
  'Xây dựng',
  'Công Thương',
  'Tài chính',
  'Du lịch',
  'Ngoại vụ',
  'Nội vụ',
  'Tư pháp',
  'Y tế',
];

/** How often and how early each department is named in a text: "Sở Nội vụ" and "SỞ NỘI VỤ" alike. */
export type NamedDepartment = { readonly name: string; readonly from: number; readonly to: number };

export function findDepartments(text: string): NamedDepartment[] {
  const folded = foldLetters(text).replaceAll('–', '-');
  const found = DEPARTMENTS.flatMap((department) => {
    const needle = `so ${foldLetters(department)}`;
    const places: NamedDepartment[] = [];
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
      if (isSo(text, at)) places.push({ name: `Sở ${department}`, from: at, to: at + needle.length });
    }
    return places;
  });
  return found.sort((a, b) => a.from - b.from);
}

/** "Sở", not "số". */
function isSo(text: string, at: number): boolean {
  return /^sở/iu.test(text.slice(at, at + 2)) && !/\p{L}/u.test(text.charAt(at - 1));
}
