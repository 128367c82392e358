// A small plan in our own words, as a clerk would paste it; the browser tests upload it as a text file.

/** A name that no unit of the sample answers to: asked about once for each year. */
export const strangeUnit = (year: number): string => `Tổ giúp việc khóa ${year}`;

/** `year` keeps the plans of different tests apart. */
export function ownPlan(year: number): Buffer {
  const before = year - 1;
  const rows = [
    ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Thời hạn', 'Đơn vị chủ trì', 'Đơn vị phối hợp'],
    ['I', 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC'],
    ['1', 'Gửi báo cáo quý đúng mẫu', 'Báo cáo quý', `Trước ngày 14/12/${year}`, 'Văn phòng Sở', 'Các phòng, đơn vị'],
    ['2', 'Tập huấn trả lời phản ánh', 'Tài liệu tập huấn', `Trong quý III/${year}`, strangeUnit(year), 'Thanh tra Sở'],
  ];
  return Buffer.from(
    [
      'UBND TỈNH MẪU',
      'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG',
      `Số: 11/KH-STNMT`,
      `Tỉnh Mẫu, ngày 05 tháng 02 năm ${year}`,
      'KẾ HOẠCH',
      `Nâng cao Chỉ số cải cách hành chính năm ${year} của Sở Tài nguyên và Môi trường`,
      `I. KẾT QUẢ NĂM ${before}`,
      `Năm ${before}, Sở đạt 20,5/26 điểm, xếp loại Khá, xếp thứ 9/20 sở, ngành. Điểm từng lĩnh vực như sau:`,
      '- Lĩnh vực 1: Công tác chỉ đạo, điều hành CCHC đạt 9,5/13 điểm, chiếm 73,08%. Các tiêu chí mất điểm gồm:',
      '+ Tiêu chí Chế độ báo cáo đạt 0,5/2 điểm, nguyên nhân do báo cáo quý gửi chậm (Văn phòng Sở).',
      '- Lĩnh vực 2: Cải cách thể chế đạt 11/13 điểm, chiếm 84,62%. Các tiêu chí mất điểm gồm:',
      '+ Tiêu chí Xử lý kết quả rà soát đạt 0/2 điểm, nguyên nhân do chưa xử lý xong (Thanh tra Sở).',
      'II. NHIỆM VỤ',
      rows.map((row) => row.join('\t')).join('\n'),
    ].join('\n\n'),
  );
}
