/** Texts of the tasks that the province gives. */
const vi = {
  provinceTitle: 'Nhiệm vụ UBND tỉnh giao',
  provinceLead: '{late} trễ, {foreseen} có nguy cơ trễ trong {count} việc.',
  outlook: 'Dự báo',
  'outlook.done': 'đã xong',
  'outlook.late': 'đang trễ',
  'outlook.will-be-late': 'sẽ trễ nếu giữ tiến độ này',
  'outlook.at-risk': 'có nguy cơ trễ',
  'outlook.on-track': 'đúng tiến độ',
  'outlook.open-ended': 'chưa có ngày',
  noProvince: 'Chưa giao việc nào từ sổ nhiệm vụ tỉnh giao. Hãy mở sổ và giao từng bản ghi cho đơn vị.',
  openRegister: 'Mở sổ nhiệm vụ tỉnh giao',
} as const;

const en = {
  provinceTitle: 'Tasks from the province',
  provinceLead: '{late} late and {foreseen} likely to be, of {count}.',
  outlook: 'Outlook',
  'outlook.done': 'done',
  'outlook.late': 'late',
  'outlook.will-be-late': 'will be late at this pace',
  'outlook.at-risk': 'at risk',
  'outlook.on-track': 'on track',
  'outlook.open-ended': 'no day',
  noProvince: 'Nothing is handed out yet. Open the register of assigned tasks and hand each record to a unit.',
  openRegister: 'Open the register',
} as const satisfies Record<keyof typeof vi, string>;

export const provinceTexts = { vi, en } as const;
