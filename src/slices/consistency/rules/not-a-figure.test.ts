import { describe, expect, test } from 'vitest';
import { readPassage } from './passage.ts';

const numbersIn = (text: string): string[] => readPassage(text, { block: 0 }).numbers.map((number) => number.printed);

describe('digits that count nothing', () => {
  test.each([
    { text: 'ban hành trước ngày 14/3', because: 'a day without its year' },
    { text: 'gửi trước 14/3', because: 'a day after "trước"' },
    { text: 'ngày 26 tháng 4 năm 2031', because: 'a day in words' },
    { text: 'Kế hoạch ngày 11/01/2031', because: 'a day with its year' },
    { text: 'từ 2.1.2031 đến 17.5.2031', because: 'days with points' },
    { text: 'Quyết định số 91/QĐ-UBND', because: 'a document number' },
    { text: 'Nghị định số 42/2031/NĐ-CP', because: 'a document number with its year' },
    { text: 'Kết luận số 29-KL/TU', because: 'a party document' },
    { text: 'Quyết định số 2698QĐ-UBND', because: 'a document number without its stroke' },
    { text: 'Kế hoạch số:  640 /KH-STNMT', because: 'a document number with a space' },
    { text: 'theo QĐ 766 của Thủ tướng', because: 'an abbreviated citation' },
    { text: 'Công văn 12 quý III/2031', because: 'a quarter', left: ['12'] },
    { text: 'khoản 36 Điều 1 Luật sửa đổi', because: 'an article' },
    { text: 'điểm 2 khoản 4', because: 'a point of a clause' },
    { text: 'trực tuyến mức độ 3, 4', because: 'levels' },
    { text: 'Phụ lục 2 kèm theo', because: 'an appendix' },
    { text: 'Biểu số 02 về cải cách', because: 'a form' },
    { text: 'Nhóm 2: các phòng', because: 'a numbered group' },
    { text: 'giai đoạn 2031-2035', because: 'a stretch of years' },
    { text: 'năm 2031, 2032 và 2033', because: 'several years' },
    { text: 'so với 2030', because: 'a bare year' },
    { text: 'báo cáo 6 tháng đầu năm', because: 'half a year' },
    { text: 'tháng 12/2031', because: 'a month' },
    { text: 'trong 12/2031', because: 'a month without its word' },
    { text: 'lúc 7h30 và 17:00', because: 'times of day' },
    { text: 'trực 24/7', because: 'round the clock' },
    { text: 'tiêu chí B.1.1.1; B1.5.2', because: 'codes' },
    { text: 'mục tiêu 1.2.3', because: 'an outline number' },
    { text: '1. Mục đích', because: 'a list number' },
    { text: '2.1. Công tác chỉ đạo', because: 'an outline heading' },
    { text: 'gồm: (1) phòng, (2) chi cục', because: 'numbers of a list in a sentence' },
    { text: 'xem https://a.vn/2031/45', because: 'an address of the net' },
    { text: 'gửi cchc2@so.vn', because: 'an address of mail' },
    { text: 'đạt chuẩn 4G', because: 'digits grown into a word' },
  ])('“$text”: $because', ({ text, left = [] }) => {
    expect(numbersIn(text)).toEqual(left);
  });
});

describe('digits that count', () => {
  test.each([
    { text: 'tổng số 471 hồ sơ', numbers: ['471'] },
    { text: 'đạt 8,645/13 điểm', numbers: ['8,645', '13'] },
    { text: 'đã cấp 120 giấy chứng nhận', numbers: ['120'] },
    { text: 'phân loại 12 đơn', numbers: ['12'] },
    { text: 'một phần 45 hồ sơ', numbers: ['45'] },
    { text: 'trực tuyến 51, trực tiếp 13', numbers: ['51', '13'] },
    { text: 'truyền hình 12 tin bài', numbers: ['12'] },
    { text: 'nhận 2031 hồ sơ', numbers: ['2031'] },
    { text: 'có 02/04 tiêu chí', numbers: ['02', '04'] },
    { text: 'xếp hạng 18 trên 22', numbers: ['18', '22'] },
    { text: '01 báo cáo trễ hạn', numbers: ['01'] },
    { text: 'chiếm 49.18%', numbers: ['49.18'] },
  ])('“$text”', ({ text, numbers }) => {
    expect(numbersIn(text)).toEqual(numbers);
  });
});
