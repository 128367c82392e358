import { isMap, parseDocument } from 'yaml';

/**
 * The text of a set for another year: the same file, comments and order kept, with the year and version of its own.
 * A published set never changes; a correction, too, is a clone with a new version.
 *
 * @returns null where the text is not a YAML map
 */
export function cloneSetText(yamlText: string, { year, version }: { year: number; version: string }): string | null {
  const document = parseDocument(yamlText);
  if (document.errors.length || !isMap(document.contents)) return null;
  document.setIn(['meta', 'year'], year);
  document.setIn(['meta', 'version'], version);
  return document.toString({ lineWidth: 0 });
}
