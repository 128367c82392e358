import { expect, test } from 'vitest';
import type { ColumnRole } from './column-roles.ts';
import { gridOf } from './grid.ts';
import { readShape } from './table-shape.ts';

/** What three rows of a column of each kind say. */
const CONTENT: Partial<Readonly<Record<ColumnRole, readonly string[]>>> = {
  ordinal: ['1', '2', '3'],
  criterion: ['Thực hiện chế độ báo cáo', 'Tuyên truyền cải cách hành chính', 'Sáng kiến trong cải cách'],
  task: ['Rà soát thủ tục hành chính', 'Tổ chức tập huấn cho công chức', 'Ban hành kế hoạch kiểm tra'],
  group: ['Chỉ đạo, điều hành', 'Cải cách thể chế', 'Tài chính công'],
  maxPoints: ['2', '3', '1,5'],
  points: ['1', '2,5', '1'],
  selfPoints: ['2', '3', '1'],
  lostPoints: ['1', '0,5', '0,5'],
  reason: ['Báo cáo gửi chậm 03 ngày so với hạn', 'Chưa có hình thức mới trong năm', 'Không có sáng kiến nào'],
  remedy: ['Giao chuyên viên theo dõi thời hạn', 'Tổ chức thi trực tuyến tìm hiểu', 'Phát động đăng ký sáng kiến'],
  lead: ['Văn phòng Sở', 'Thanh tra Sở', 'Phòng Tổ chức'],
  responsible: ['Văn phòng Sở', 'Phòng Giá', 'Thanh tra Sở'],
  coordinator: ['Các phòng', 'Các đơn vị', 'Văn phòng Sở'],
  deadline: ['Quý II', 'Trước ngày 30/6/2031', 'Thường xuyên'],
  product: ['Báo cáo', 'Kế hoạch', 'Quyết định'],
  target: ['Đạt 100%', 'Tối thiểu 30%', 'Trên 90%'],
  assignment: ['Văn phòng Sở chủ trì, phối hợp với các phòng', 'Thanh tra Sở chủ trì', 'Phòng Giá chủ trì'],
};

test.each([
  'deficits: STT=ordinal | Tiêu chí=criterion | Điểm tối đa=maxPoints | Điểm bị trừ=lostPoints | Nguyên nhân=reason | Giải pháp=remedy | Đơn vị phụ trách=lead',
  'deficits: TT=ordinal | Nội dung hạn chế=criterion | Nguyên nhân chủ quan, khách quan=reason | Biện pháp, giải pháp khắc phục=remedy | Lộ trình thực hiện=deadline | Cơ quan chịu trách nhiệm=lead',
  'deficits: STT=ordinal | Lĩnh vực=group | Tiêu chí thành phần=criterion | Kết quả đánh giá=points | Nguyên nhân=reason | Trách nhiệm=responsible | Giải pháp trong thời gian tới=remedy',
  'deficits: TT=ordinal | Vấn đề tồn tại=criterion | Nhiệm vụ, giải pháp khắc phục=remedy | Người thực hiện=lead | Thời gian=deadline',
  'deficits: STT=ordinal | Nội dung còn hạn chế=criterion | Đơn vị để xảy ra hạn chế=responsible | Kế hoạch khắc phục=remedy | Thời gian cam kết=deadline',
  'deficits: TT=ordinal | Chỉ tiêu chưa đạt=criterion | Thực trạng, nguyên nhân=reason | Giải pháp=remedy | Cơ quan thực hiện=lead | Hoàn thành=deadline',
  'tasks: STT=ordinal | Nhiệm vụ=task | Cơ quan chủ trì=lead | Cơ quan phối hợp=coordinator | Thời gian hoàn thành=deadline | Sản phẩm=product',
  'tasks: STT=ordinal | Nhiệm vụ chung=group | Nhiệm vụ cụ thể=task | Sản phẩm=product | Đơn vị chủ trì=lead | Thời gian thực hiện=deadline',
  'tasks: STT=ordinal | Giải pháp=task | Chỉ tiêu năm 2031=target | Đơn vị chủ trì=lead | Đơn vị phối hợp=coordinator | Thời gian=deadline',
  'tasks: STT=ordinal | Chỉ tiêu, nhiệm vụ=task | Kết quả, sản phẩm=product | Thời gian=deadline | Phân công thực hiện=assignment',
  'tasks: STT=ordinal | Kế hoạch hành động=task | Người/đơn vị chịu trách nhiệm=lead | Thời gian thực hiện=deadline | Kết quả mong đợi=product',
  'tasks: TT=ordinal | Việc phải làm=task | Ai làm=lead | Khi nào xong=deadline | Kết quả phải có=product',
  'tasks: STT=ordinal | Nội dung nhiệm vụ=task | Chỉ số đo lường=target | Chủ trì=lead | Phối hợp=coordinator | Tháng/quý hoàn thành=deadline',
  'scores: TT=ordinal | Nội dung đánh giá=criterion | Thang điểm=maxPoints | Điểm tự chấm=selfPoints | Điểm Hội đồng thẩm định=points | Chênh lệch=lostPoints',
])('%s', (line) => {
  const [kind = '', columns = ''] = line.split(/: (.*)/su);
  const wanted = columns.split(' | ').map((column) => column.split('=') as [string, ColumnRole]);
  const texts = [
    wanted.map(([title]) => title),
    ...[0, 1, 2].map((row) => wanted.map(([, role]) => cellOf(role, row))),
  ];
  const rows = texts.map((cells, row) =>
    cells.map((text, column) => ({ text, place: { block: 0, row, column }, columnSpan: 1, rowSpan: 1 })),
  );
  const shape = readShape(gridOf({ kind: 'table', place: { block: 0 }, rows }));
  expect(shape?.kind).toBe(kind);
  expect(shape?.columns.map(({ role }) => role)).toEqual(wanted.map(([, role]) => role));
});

const cellOf = (role: ColumnRole, row: number): string => CONTENT[role]?.[row] ?? '';
