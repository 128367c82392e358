export type UploadLimits = {
  /** Endings with their dot: `.docx`. */
  endings: readonly string[];
  megabytes: number;
};

export type UploadRefusal = 'empty' | 'too-large' | 'wrong-kind';

const MEGABYTE = 1024 * 1024;

export function megabytesOf(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1).replace('.', ',');
}

/** What can be said before the file is sent; the server looks at its content again. */
export function checkUpload(file: { name: string; size: number }, limits: UploadLimits): UploadRefusal | null {
  if (file.size === 0) return 'empty';
  if (file.size > limits.megabytes * MEGABYTE) return 'too-large';
  const name = file.name.toLowerCase();
  return limits.endings.some((ending) => name.endsWith(ending)) ? null : 'wrong-kind';
}
