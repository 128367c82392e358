import type { RefusalTexts } from '../../../server/http.ts';

export type AnswerRefusal = { code: 'span-wrong' } | { code: 'thresholds-wrong' } | { code: 'thresholds-changed' };

export const answerRefusals: RefusalTexts<AnswerRefusal['code']> = {
  'span-wrong': {
    status: 422,
    vi: 'Ngày cuối phải từ ngày đầu trở đi, và khoảng thời gian không quá ba năm.',
    en: 'The last day must not be before the first, and the span must not be longer than three years.',
  },
  'thresholds-wrong': {
    status: 422,
    vi: 'Ngưỡng chưa đúng: tỷ lệ từ 0 đến 100, ngưỡng khen không thấp hơn ngưỡng phê bình, số việc và số điểm không âm.',
    en: 'The thresholds are not right: shares from 0 to 100, praise not below reprimand, no negative counts or points.',
  },
  'thresholds-changed': {
    status: 409,
    vi: 'Người khác vừa sửa các ngưỡng. Hãy tải lại trang, xem rồi sửa tiếp.',
    en: 'Somebody else has just changed the thresholds. Reload, look, then change.',
  },
};
