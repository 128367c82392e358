/**
 * A name that is safe to show and to offer for download: no path, no control characters, none that turn the
 * direction of writing ("gpj.exe" for "exe.jpg"), at most 200 characters.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim();
  return clean.slice(-200) || 'tep';
}
