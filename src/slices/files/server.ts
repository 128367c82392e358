export { safeFileName } from './rules/file-name.ts';
export { findProgram } from './rules/program.ts';
export { type Content, contentPath, hasContent, readContent, saveContent } from './store/content.ts';
export { findFile, findFiles, insertFile, type StoredFile } from './store/files.ts';
export { readStart } from './store/read-start.ts';
