export { safeFileName } from './rules/file-name.ts';
export { findProgram, findProgramInZip } from './rules/program.ts';
export { type Content, contentPath, hasContent, readContent, readEnd, saveContent } from './store/content.ts';
export { findFile, findFiles, insertFile, type StoredFile } from './store/files.ts';
export { readStart } from './store/read-start.ts';
