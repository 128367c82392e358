/**
 * Families of labels that together leave nothing out: who names "đúng hạn" and "quá hạn" has named all resolved dossiers.
 * Each family is a list of kinds, each kind a pattern of its words; all kinds marked as needed must be named.
 * @source domain.md §3.6 (received = resolved + in process; resolved = early + on time + late)
 */
type Kind = { readonly words: RegExp; readonly isNeeded: boolean };

const needed = (words: RegExp): Kind => ({ words, isNeeded: true });
const possible = (words: RegExp): Kind => ({ words, isNeeded: false });

const FAMILIES: readonly (readonly Kind[])[] = [
  [
    needed(/(?:quá|trễ|chậm|không đúng) (?:thời )?hạn|chậm muộn/u),
    needed(/đúng (?:và (?:trước|sớm) )?hạn|đúng thời hạn|trong (?:thời )?hạn|chưa đến hạn/u),
    possible(/(?:trước|sớm) (?:thời )?hạn|trước và đúng hạn/u),
  ],
  [
    needed(/đang (?:giải quyết|xử lý|thực hiện|triển khai)|chưa (?:giải quyết|xử lý|hoàn thành|thực hiện|triển khai)/u),
    needed(/(?<!đang |chưa )(?:đã )?(?:giải quyết|xử lý|hoàn thành|thực hiện|trả lời)/u),
    possible(/trả lại|rút|dừng|từ chối/u),
  ],
  [needed(/(?<!\p{L})nam(?!\p{L})/u), needed(/(?<!\p{L})nữ(?!\p{L})/u)],
  [needed(/trực tuyến|qua mạng/u), needed(/trực tiếp/u), possible(/bưu chính|bcci/u)],
  [needed(/toàn trình/u), needed(/một phần/u)],
  [needed(/(?:kỳ|quý|năm|tháng) trước|tồn|chuyển (?:sang|tiếp)/u), needed(/mới|trong kỳ|phát sinh|tiếp nhận/u)],
  [
    needed(/(?:bị )?(?:trừ|mất) điểm\s*$|(?:không|chưa) đạt điểm tối đa\s*(?:và\s*)?$/u),
    needed(/(?<!không |chưa )đạt điểm tối đa\s*(?:và\s*)?$/u),
  ],
  [needed(/không đạt|chưa đạt/u), needed(/(?<!không |chưa )đạt/u)],
  [
    needed(/không hoàn thành/u),
    needed(/hoàn thành xuất sắc/u),
    needed(/hoàn thành tốt/u),
    possible(/hoàn thành nhiệm vụ/u),
  ],
  [
    needed(/không hài lòng|chưa hài lòng/u),
    needed(/(?<!không |chưa )hài lòng/u),
    possible(/rất hài lòng|bình thường/u),
  ],
  [needed(/không đồng ý/u), needed(/(?<!không )đồng ý/u)],
  [
    needed(/(?<!không |chưa )(?:đúng (?:quy trình|quy định)|hợp lệ|đạt yêu cầu)/u),
    needed(/sai sót|vi phạm|(?:không|chưa) (?:đúng|hợp lệ|đạt yêu cầu)/u),
  ],
  [needed(/công chức/u), needed(/viên chức/u), possible(/lao động|hợp đồng/u)],
  [needed(/thường xuyên/u), needed(/đầu tư/u)],
  [
    needed(/thẩm định|tự (?:đánh giá|chấm)|qua hồ sơ/u),
    needed(/xã hội học|khảo sát|hài lòng/u),
    possible(/thưởng|cộng thêm/u),
  ],
];

/** Whether every label belongs to one family and the family is named completely. */
export function isPartition(labels: readonly string[]): boolean {
  const said = labels.map((label) => label.toLowerCase());
  return FAMILIES.some((family) => {
    const isKnown = said.every((label) => family.some((kind) => kind.words.test(label)));
    return isKnown && family.every((kind) => !kind.isNeeded || said.some((label) => kind.words.test(label)));
  });
}
