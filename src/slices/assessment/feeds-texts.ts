/** Texts of proposed measures and of what moved since the closing. */
const vi = {
  proposals: '{count} tiêu chí có số liệu sẵn trong sổ theo dõi',
  proposalsLead:
    'Gắn rồi thì điểm tính theo bản ghi; số nhập tay vẫn giữ bên cạnh và chỉ được tính khi chọn ở từng tiêu chí.',
  proposalsShow: 'Xem danh sách',
  takeComputed: 'Gắn tất cả, tính theo sổ',
  takeBeside: 'Gắn tất cả, vẫn tính theo số nhập tay',
  frozen: 'Số đã chốt',
  frozenAt: 'chốt lúc {moment}',
  frozenMoved: 'Bản ghi nay là {after}; điểm vẫn theo số đã chốt.',
  moved: 'Sau khi chốt, bản ghi của {count} tiêu chí đã thay đổi; điểm vẫn theo số đã chốt:',
} as const;

const en: Record<keyof typeof vi, string> = {
  proposals: '{count} {count|leaf has|leaves have} figures in registers',
  proposalsLead:
    'Once tied, points go by the records; figures entered by hand stay beside them and count only where chosen.',
  proposalsShow: 'See the list',
  takeComputed: 'Tie all, go by the registers',
  takeBeside: 'Tie all, still go by hand',
  frozen: 'Frozen figures',
  frozenAt: 'frozen {moment}',
  frozenMoved: 'The records now say {after}; the frozen figure still counts.',
  moved: 'Since the closing the records of {count} {count|leaf|leaves} moved; the frozen figures still count:',
};

export const feedsTexts = { vi, en };
