import { expect, test } from 'vitest';
import { readPlan, readPlanText } from '../index.ts';

const head = (text: string) => {
  const { document } = readPlan(readPlanText(text));
  return {
    agency: document.agency.value,
    province: document.province.value,
    number: document.number.value,
    date: document.date.value,
    title: document.title.value,
  };
};

test.each([
  {
    because: 'a long name stands on two lines beside the motto',
    text: 'UBND TỈNH AN PHÚ\nSỞ NÔNG NGHIỆP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVÀ PHÁT TRIỂN NÔNG THÔN\nSố: 12/KH-SNN\nAn Phú, ngày 3 tháng 2 năm 2031\nKẾ HOẠCH\nCải cách hành chính năm 2031\n\nThực hiện chỉ đạo của Sở Nội vụ và Sở Nội vụ.',
    read: {
      agency: 'Sở Nông nghiệp và Phát triển nông thôn',
      province: 'An Phú',
      number: '12/KH-SNN',
      date: '2031-02-03',
      title: 'Cải cách hành chính năm 2031',
    },
  },
  {
    because: 'an agency that is no department',
    text: 'UBND TỈNH AN PHÚ\nBAN QUẢN LÝ KHU KINH TẾ\nSố: /KH-BQL\nAn Phú, ngày … tháng 02 năm 2031\nKẾ HOẠCH\nCải cách hành chính năm 2031\n\nNơi nhận:\n- Sở Nội vụ.',
    read: {
      agency: 'Ban quản lý khu kinh tế',
      province: 'An Phú',
      number: null,
      date: '2031-02',
      title: 'Cải cách hành chính năm 2031',
    },
  },
  {
    because: 'a title in capitals on three lines, everything blank',
    text: 'SỞ Y TẾ\nSố:       /KH-SYT\nAn Phú, ngày     tháng     năm 2031\nKẾ HOẠCH\nKHẮC PHỤC TỒN TẠI, HẠN CHẾ\nTRONG CÔNG TÁC CẢI CÁCH HÀNH CHÍNH\nCỦA SỞ Y TẾ NĂM 2031\n\nCăn cứ tình hình thực tế, Sở Y tế lập kế hoạch.',
    read: {
      agency: 'Sở Y tế',
      province: 'An Phú',
      number: null,
      date: '2031',
      title: 'KHẮC PHỤC TỒN TẠI, HẠN CHẾ TRONG CÔNG TÁC CẢI CÁCH HÀNH CHÍNH CỦA SỞ Y TẾ NĂM 2031',
    },
  },
  {
    because: 'the number stands only where an annex names it',
    text: 'KẾ HOẠCH\nNâng cao chỉ số của Sở Tư pháp năm 2031\n\nI. MỤC TIÊU\n\nPHỤ LỤC\n(Kèm theo Kế hoạch số 41 /KH-STP ngày 09/3/2031 của Sở Tư pháp)',
    read: {
      agency: 'Sở Tư pháp',
      province: null,
      number: '41/KH-STP',
      date: '2031-03-09',
      title: 'Nâng cao chỉ số của Sở Tư pháp năm 2031',
    },
  },
])('$because', ({ text, read }) => {
  expect(head(text)).toEqual(read);
});
