/** The whole of `caicach --help`, Vietnamese first. */
export function helpText(): string {
  return `caicach: bàn làm việc cải cách hành chính của Sở (Public Administration Reform workbench)

Dùng (usage): npx caicach LỆNH [tham số]
`;
}
