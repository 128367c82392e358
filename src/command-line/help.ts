/** The whole of `caicach --help`, Vietnamese first. */
export function helpText(): string {
  return `caicach: bàn làm việc cải cách hành chính của Sở (Public Administration Reform workbench)

Dùng (usage): npx caicach LỆNH [tham số]

  audit verify   kiểm tra nhật ký có bị sửa không (is the audit chain of each agency whole)
  backup TỆP.tar.gz   sao lưu cơ sở dữ liệu và tệp (save the database and the files)
  check TỆP|THƯ_MỤC … [--json]   số liệu trong văn bản có khớp nhau không (do a document's figures agree)
  criteria check SET.yaml [--json]   kiểm tra một bộ tiêu chí: lỗi kèm tệp, dòng, lý do (check a criteria set)
  deadlines --jsonl   mỗi dòng {"text", "year"} → các thời hạn đọc được (deadlines in words, read into data)
  due --jsonl   mỗi dòng {"from", "amount", "unit", "direction"} → ngày đến hạn (the day a period ends)
  remind [--day YYYY-MM-DD] [--dry-run]   lập và gửi thư nhắc việc của một ngày (a day's reminders)
  restore TỆP.tar.gz [--replace]   khôi phục bản sao lưu (put a backup back)
  score SET.yaml MEASURES.json [--json]   chấm điểm, giải thích từng tiêu chí (score and explain)
  compare TRƯỚC SAU [--json]   hai bản kế hoạch khác nhau ở đâu (what a second version of a plan changed)
  read TỆP --json    đọc kế hoạch, in ra JSON (read a plan: docs/plan-exchange-format.md)
`;
}
