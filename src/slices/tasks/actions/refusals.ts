import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { RefusalTexts } from '../../../server/http.ts';
import type { ExtensionRefusal } from '../rules/extension.ts';

export type TaskRefusal =
  | { code: 'plan-not-found' }
  | { code: 'task-not-found' }
  | { code: 'task-changed'; version: number; changes: readonly unknown[] }
  | { code: 'task-not-yours' }
  | { code: 'task-step'; from: string; to: string }
  | { code: 'own-work' }
  | { code: 'deficit-not-found' }
  | { code: 'unit-not-found' }
  | ExtensionRefusal
  | { code: 'deadline-by-extension' }
  | { code: 'step-after-task'; dueOn: CivilDate }
  | { code: 'parent-closed' }
  | { code: 'meeting-not-found' }
  | { code: 'steps-open'; count: number }
  | { code: 'occurrences-open'; count: number }
  | { code: 'product-missing' }
  | { code: 'reason-missing' }
  | { code: 'not-of-unit'; userIds: readonly string[] }
  | { code: 'extension-not-found' }
  | { code: 'extension-decided' }
  | { code: 'extension-not-yours' }
  | { code: 'own-request' }
  | { code: 'not-coordinator' }
  | { code: 'occurrence-not-found' }
  | { code: 'no-event-awaited' }
  | { code: 'no-event-recorded' }
  | { code: 'event-in-future'; day: CivilDate }
  | { code: 'calendar-ends'; day: CivilDate }
  | { code: 'file-missing' }
  | { code: 'file-empty' }
  | { code: 'file-is-program'; kind: string }
  | { code: 'file-holds-program'; kind: string }
  | { code: 'meeting-span' }
  | { code: 'unit-plan-task'; title: string }
  | { code: 'unit-plan-key' }
  | { code: 'unit-plan-late'; title: string; dueOn: CivilDate }
  | { code: 'product-too-large' }
  | { code: 'product-not-found' }
  | { code: 'product-handed-in' }
  | { code: 'unit-plan-empty' }
  | { code: 'unit-plan-state'; state: string }
  | { code: 'unit-plan-changed' }
  | { code: 'unit-plan-people'; title: string }
  | { code: 'view-not-found' }
  | { code: 'record-not-found' }
  | { code: 'record-not-yours' }
  | { code: 'sheet-unreadable' }
  | { code: 'sheet-wrong'; errors: readonly unknown[] };

export const taskRefusals: RefusalTexts<TaskRefusal['code']> = {
  'plan-not-found': { status: 404, vi: 'Không tìm thấy kế hoạch này.', en: 'This plan was not found.' },
  'task-not-found': { status: 404, vi: 'Không tìm thấy công việc này.', en: 'This task was not found.' },
  'task-changed': {
    status: 409,
    vi: 'Người khác vừa sửa công việc này. Hãy tải lại rồi làm tiếp.',
    en: 'Somebody else has just changed this task. Reload, then go on.',
  },
  'task-not-yours': {
    status: 403,
    vi: 'Công việc này không thuộc đơn vị của bạn. Hãy liên hệ đơn vị chủ trì hoặc Văn phòng Sở.',
    en: 'This task is not your unit’s. Ask the lead unit or the office.',
  },
  'task-step': {
    status: 409,
    vi: 'Công việc đang ở bước khác nên chưa làm được việc này. Hãy tải lại để xem bước hiện tại.',
    en: 'The task is at another step. Reload to see where it stands.',
  },
  'own-work': {
    status: 403,
    vi: 'Người đã nộp sản phẩm không được tự duyệt. Hãy để người khác duyệt.',
    en: 'Who handed the product in may not approve it. Somebody else must.',
  },
  'deficit-not-found': { status: 404, vi: 'Không tìm thấy điểm mất này.', en: 'This loss was not found.' },
  'unit-not-found': {
    status: 422,
    vi: 'Không tìm thấy đơn vị đã chọn. Hãy chọn lại.',
    en: 'The unit was not found. Choose it again.',
  },
  'extension-no-day': {
    status: 409,
    vi: 'Công việc này chưa có ngày đến hạn nên không có gì để gia hạn.',
    en: 'This task has no due day, so there is nothing to extend.',
  },
  'extension-open': {
    status: 409,
    vi: 'Đã có một đề nghị gia hạn đang chờ. Hãy đợi trả lời hoặc rút đề nghị đó.',
    en: 'A request is waiting already. Wait for its answer or take it back.',
  },
  'extension-too-late': {
    status: 409,
    vi: 'Đã quá ngày được đề nghị gia hạn. Hãy hoàn thành sớm nhất có thể và ghi lý do vào diễn biến.',
    en: 'It is too late to ask for a later day. Finish as soon as you can and write the reason into the log.',
  },
  'extension-limit': {
    status: 409,
    vi: 'Công việc này đã được gia hạn đủ số lần cho phép. Hãy trao đổi với Văn phòng Sở.',
    en: 'This task was extended as often as is allowed. Speak to the office.',
  },
  'extension-not-later': {
    status: 422,
    vi: 'Ngày mới phải sau ngày đến hạn hiện nay. Hãy chọn ngày muộn hơn.',
    en: 'The new day must be later than the present due day. Choose a later one.',
  },
  'deadline-past': {
    status: 422,
    vi: 'Thời hạn này đã qua. Hãy sửa lại ngày, hoặc đánh dấu là ghi lại việc cũ.',
    en: 'This deadline is over already. Correct the day, or tick that older work is being recorded.',
  },
  'deadline-by-extension': {
    status: 403,
    vi: 'Đơn vị không tự sửa thời hạn đã giao. Hãy đề nghị gia hạn kèm lý do.',
    en: 'A unit does not change a deadline that it was given. Ask for an extension and say why.',
  },
  'step-after-task': {
    status: 422,
    vi: 'Bước này đến hạn sau cả công việc. Hãy chọn ngày không muộn hơn thời hạn của công việc.',
    en: 'This step would end after its task. Choose a day that is not later than the deadline of the task.',
  },
  'parent-closed': {
    status: 409,
    vi: 'Công việc đã xong hoặc đã bỏ nên không thêm bước được. Hãy mở lại công việc trước.',
    en: 'The task is done or dropped, so it takes no more steps. Reopen it first.',
  },
  'meeting-not-found': {
    status: 422,
    vi: 'Không tìm thấy cuộc họp này. Hãy tải lại trang.',
    en: 'This meeting was not found. Reload the page.',
  },
  'steps-open': {
    status: 409,
    vi: 'Còn bước chưa xong. Hãy hoàn thành hoặc bỏ các bước đó rồi nộp.',
    en: 'Some steps are not done. Finish or drop them, then hand in.',
  },
  'occurrences-open': {
    status: 409,
    vi: 'Còn kỳ đã đến hạn mà chưa làm. Hãy nộp từng kỳ rồi mới kết thúc công việc.',
    en: 'Some occurrences are due and not done. Hand each in before the task is closed.',
  },
  'product-missing': {
    status: 422,
    vi: 'Chưa có sản phẩm. Hãy đính kèm tệp, ghi số văn bản, hoặc nêu rõ trong ghi chú vì sao không có.',
    en: 'There is no product. Attach a file, give the number of a document, or say in the note why there is none.',
  },
  'reason-missing': {
    status: 422,
    vi: 'Hãy nêu lý do để người nhận biết phải làm gì.',
    en: 'Give a reason, so that the other side knows what to do.',
  },
  'not-of-unit': {
    status: 422,
    vi: 'Có người không thuộc đơn vị được giao hoặc đã nghỉ. Hãy chọn lại người trong đơn vị.',
    en: 'Somebody is not of the units concerned or has left. Choose people of the unit.',
  },
  'extension-not-found': {
    status: 404,
    vi: 'Không tìm thấy đề nghị gia hạn này.',
    en: 'This request was not found.',
  },
  'extension-decided': {
    status: 409,
    vi: 'Đề nghị này đã được trả lời hoặc đã rút. Hãy tải lại để xem.',
    en: 'This request was answered or taken back already. Reload to see it.',
  },
  'extension-not-yours': {
    status: 403,
    vi: 'Chỉ Văn phòng Sở hoặc Lãnh đạo Sở được trả lời đề nghị gia hạn.',
    en: 'Only the office or the leadership answers requests for a later day.',
  },
  'own-request': {
    status: 403,
    vi: 'Người đề nghị không được tự trả lời. Hãy để người khác quyết định.',
    en: 'Who asked may not answer. Somebody else must decide.',
  },
  'not-coordinator': {
    status: 422,
    vi: 'Đơn vị này không phối hợp trong công việc. Hãy thêm đơn vị vào phần phối hợp trước.',
    en: 'This unit does not coordinate in the task. Add it as a coordinator first.',
  },
  'occurrence-not-found': {
    status: 404,
    vi: 'Không tìm thấy kỳ này của công việc. Hãy tải lại trang.',
    en: 'This occurrence was not found. Reload the page.',
  },
  'no-event-awaited': {
    status: 409,
    vi: 'Thời hạn của công việc này không tính từ một sự kiện.',
    en: 'The deadline of this task does not wait for an event.',
  },
  'no-event-recorded': {
    status: 409,
    vi: 'Chưa ghi nhận sự kiện nào để bỏ.',
    en: 'No event is recorded that could be undone.',
  },
  'event-in-future': {
    status: 422,
    vi: 'Sự kiện chưa xảy ra. Hãy ghi nhận khi đã có văn bản.',
    en: 'The event is still to come. Record it once there is a document.',
  },
  'calendar-ends': {
    status: 422,
    vi: 'Lịch làm việc chưa có năm này nên chưa tính được ngày đến hạn. Hãy nhờ quản trị viên bổ sung lịch.',
    en: 'The working calendar does not reach that far, so the day cannot be counted. Ask for the calendar to be filled in.',
  },
  'file-missing': {
    status: 400,
    vi: 'Chưa có tệp nào được gửi. Hãy chọn một tệp.',
    en: 'No file was sent. Choose one.',
  },
  'file-empty': {
    status: 422,
    vi: 'Tệp này trống. Hãy kiểm tra lại rồi chọn tệp khác.',
    en: 'This file is empty. Check it and choose another.',
  },
  'file-is-program': {
    status: 422,
    vi: 'Đây là một chương trình, không phải văn bản, nên không nhận. Hãy gửi tệp .pdf, .docx, .xlsx hoặc ảnh.',
    en: 'This is a program, not a document, and is not taken. Send a .pdf, .docx, .xlsx or a picture.',
  },
  'file-holds-program': {
    status: 422,
    vi: 'Trong tệp này có chương trình hoặc macro nên không nhận. Hãy bỏ phần đó (lưu thành .docx, .xlsx thường, hoặc gỡ khỏi tệp nén) rồi gửi lại.',
    en: 'This file holds a program or macros and is not taken. Take them out (save as a plain .docx or .xlsx, or remove it from the archive), then send it again.',
  },
  'meeting-span': {
    status: 422,
    vi: 'Ngày đầu của kỳ giao ban sau ngày cuối. Hãy chọn lại hai ngày.',
    en: 'The first day of the review is after its last. Choose the two days again.',
  },
  'unit-plan-task': {
    status: 422,
    vi: 'Có dòng gắn với công việc không do đơn vị này chủ trì hay phối hợp, hoặc không còn. Hãy bỏ dòng đó hoặc viết thành việc riêng của đơn vị.',
    en: 'A line is tied to a task that this unit neither leads nor shares, or that is gone. Drop the line, or make it the unit’s own work.',
  },
  'unit-plan-key': {
    status: 422,
    vi: 'Hai dòng của kế hoạch có cùng mã nên một dòng sẽ mất. Hãy tải lại trang rồi thêm lại dòng.',
    en: 'Two lines of the plan have the same key, so one would be lost. Reload the page and add the line again.',
  },
  'unit-plan-late': {
    status: 422,
    vi: 'Có dòng muộn hơn hạn của công việc mà nó thuộc về. Hãy chọn ngày sớm hơn, hoặc đề nghị gia hạn công việc trước.',
    en: 'A line ends later than the task it belongs to. Choose an earlier day, or ask for a later day of the task first.',
  },
  'product-too-large': {
    status: 413,
    vi: 'Tệp lớn hơn 60 MB nên không nhận. Hãy chia nhỏ, nén ảnh, hoặc ghi số văn bản thay cho tệp.',
    en: 'The file is larger than 60 MB and is not taken. Split it, make its pictures smaller, or give the number of the document instead.',
  },
  'product-not-found': {
    status: 404,
    vi: 'Không tìm thấy sản phẩm này.',
    en: 'This product was not found.',
  },
  'product-handed-in': {
    status: 409,
    vi: 'Sản phẩm đã nộp hoặc đã duyệt nên không bỏ được.',
    en: 'The product is handed in or approved and cannot be taken away.',
  },
  'unit-plan-empty': {
    status: 422,
    vi: 'Kế hoạch của đơn vị chưa có dòng nào. Hãy thêm ít nhất một việc rồi nộp.',
    en: 'The unit’s plan has no line. Add at least one, then hand it in.',
  },
  'unit-plan-state': {
    status: 409,
    vi: 'Kế hoạch của đơn vị đang ở bước khác. Hãy tải lại để xem.',
    en: 'The unit’s plan is at another step. Reload to see it.',
  },
  'unit-plan-changed': {
    status: 409,
    vi: 'Người khác vừa sửa kế hoạch này. Hãy tải lại; phần bạn nhập vẫn còn trên màn hình.',
    en: 'Somebody else has just changed this plan. Reload; what you typed is still on the screen.',
  },
  'unit-plan-people': {
    status: 422,
    vi: 'Có việc chưa giao cho người nào. Hãy ghi tên người làm cho từng việc rồi nộp.',
    en: 'Some line names nobody. Name who does each, then hand it in.',
  },
  'record-not-found': {
    status: 404,
    vi: 'Không tìm thấy bản ghi này trong sổ. Hãy mở lại sổ.',
    en: 'This record was not found in its register. Open the register again.',
  },
  'record-not-yours': {
    status: 403,
    vi: 'Bản ghi này không thuộc đơn vị của bạn. Hãy đề nghị chuyên viên CCHC giao việc từ bản ghi.',
    en: 'This record is not your unit’s. Ask the PAR officer to hand it out.',
  },
  'view-not-found': {
    status: 404,
    vi: 'Không tìm thấy cách xem này.',
    en: 'This view was not found.',
  },
  'sheet-unreadable': {
    status: 422,
    vi: 'Không đọc được bảng tính này. Hãy dùng tệp .xlsx tải từ nút Xuất.',
    en: 'This spreadsheet cannot be read. Use an .xlsx file as the export makes it.',
  },
  'sheet-wrong': {
    status: 422,
    vi: 'Bảng tính có ô chưa đúng nên chưa nhập dòng nào. Hãy sửa các ô được nêu rồi nhập lại.',
    en: 'Some cells are wrong, so no line was taken. Correct the cells named, then import again.',
  },
};
