/** The whole of `caicach --help`, Vietnamese first. */
export function helpText(): string {
  return `caicach: bàn làm việc cải cách hành chính của Sở (Public Administration Reform workbench)

Dùng (usage): npx caicach LỆNH [tham số]

  check TỆP|THƯ_MỤC … [--json]   số liệu trong văn bản có khớp nhau không (do a document's figures agree)
`;
}
