import { ConfigFault } from './config.ts';
import { FolderInUse } from './folder-lock.ts';
import { SchemaFault } from './migrations.ts';

/** What the person at the console can do about a start that failed; null for a fault that only a programmer can mend. */
export function adviceFor(error: unknown): string | null {
  if (error instanceof ConfigFault) return `Cấu hình chưa đúng (configuration):\n${error.message}`;
  if (error instanceof FolderInUse) {
    return `Thư mục dữ liệu đang được tiến trình ${error.processId} dùng. Hãy dừng tiến trình đó trước (the data folder is in use by process ${error.processId}; stop it first).`;
  }
  if (error instanceof SchemaFault)
    return `Cơ sở dữ liệu không khớp với phiên bản chương trình này (the schema does not fit): ${error.message}`;
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') return 'Cổng mạng đang bận. Đặt PORT khác, ví dụ PORT=8030 npm start (the port is taken).';
  if (code === 'ECONNREFUSED') return 'Không kết nối được PostgreSQL ở DATABASE_URL (no PostgreSQL there).';
  if (code === 'EACCES' || code === 'EROFS')
    return 'Không ghi được vào thư mục dữ liệu. Hãy kiểm tra CAICACH_DATA (the data folder cannot be written).';
  if (code === 'ENOSPC') return 'Ổ đĩa đã đầy. Hãy giải phóng chỗ trống (the disk is full).';
  return null;
}

/** One text for standard error: the advice, or the whole fault where there is none. */
export function explainFault(error: unknown): string {
  return adviceFor(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
}
