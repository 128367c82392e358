import { type Document, isNode, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import { buildCriteriaSet, type CriteriaSet } from './criteria-set.ts';
import { findSetDoubts, findSetFaults } from './set-checks.ts';
import {
  type BothLanguages,
  type FaultPath,
  type Finding,
  type SetFault,
  type SetFaultCode,
  writePath,
} from './set-fault.ts';
import { setFile } from './set-file.ts';

const MAX_FILE_LENGTH = 5_000_000;

type Source = { readonly document: Document; readonly lines: LineCounter; readonly fileName: string };

/** Numbers stay as written (see set-fields.ts): only null, true and false are given a meaning here. */
function readYaml(yamlText: string, fileName: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'failsafe',
    customTags: ['null', 'bool'],
  });
  return { document, lines, fileName };
}

function placeOf({ document, lines }: Source, path: FaultPath): { line: number; column: number } {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}

function place(source: Source, { path, code, message }: Finding): SetFault {
  return { file: source.fileName, ...placeOf(source, path), path: writePath(path), code, message };
}

function yamlFault(source: Source, error: YAMLError): SetFault {
  const { line, col } = source.lines.linePos(error.pos[0]);
  const text = error.message.split('\n')[0] ?? error.code;
  const message = { vi: `Tệp không đúng cú pháp YAML: ${text}`, en: `The file is not YAML: ${text}` };
  return { file: source.fileName, line, column: col, path: '', code: 'not-yaml', message };
}

const KNOWN_MESSAGES: Readonly<Record<string, [SetFaultCode, BothLanguages]>> = {
  'not-a-number': ['wrong-kind', { vi: 'Phải là một số, dấu thập phân là dấu chấm.', en: 'It must be a number.' }],
  'not-a-whole-number': ['wrong-kind', { vi: 'Phải là số nguyên không âm.', en: 'It must be a whole number.' }],
  negative: ['outside-range', { vi: 'Không được âm.', en: 'It must not be negative.' }],
  'not-a-formula': ['formula', { vi: 'Công thức không đọc được.', en: 'The formula cannot be read.' }],
};

function findingOf(issue: z.core.$ZodIssue, value: unknown): Finding {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  const field = String(path.at(-1) ?? '');
  const known = KNOWN_MESSAGES[issue.message];
  if (value === undefined || value === null)
    return {
      path,
      code: 'missing',
      message: { vi: `Thiếu trường “${field}”.`, en: `The field “${field}” is missing.` },
    };
  if (known) return { path, code: known[0], message: known[1] };
  if (issue.code === 'too_small')
    return { path, code: 'missing', message: { vi: `“${field}” đang để trống.`, en: `“${field}” is empty.` } };
  if (issue.code === 'invalid_union' && field === 'shape')
    return {
      path,
      code: 'unknown-shape',
      message: { vi: `Không có dạng quy tắc “${value}”.`, en: `No rule shape “${value}”.` },
    };
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.join(', ');
    return { path, code: 'wrong-kind', message: { vi: `Chỉ nhận: ${allowed}.`, en: `Must be one of: ${allowed}.` } };
  }
  return {
    path,
    code: 'wrong-kind',
    message: { vi: `“${field}” sai kiểu dữ liệu.`, en: `“${field}” is of the wrong kind.` },
  };
}

function valueAt(root: unknown, path: FaultPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined,
    root,
  );
}

/** Fields that the format does not know: mostly a slip of the pen in an optional field. */
function unknownFields(written: unknown, read: unknown, path: FaultPath = []): Finding[] {
  if (typeof written !== 'object' || written === null || typeof read !== 'object' || read === null) return [];
  return Object.entries(written).flatMap(([key, value]) => {
    const inner = [...path, Array.isArray(written) ? Number(key) : key];
    if (!Object.hasOwn(read, key)) {
      const message = { vi: `Trường lạ “${key}” bị bỏ qua.`, en: `The unknown field “${key}” is ignored.` };
      return [{ path: inner, code: 'unknown-field' as const, message }];
    }
    return unknownFields(value, (read as Record<string, unknown>)[key], inner);
  });
}

function unreadable(fileName: string, vi: string, en: string): Outcome<never, readonly SetFault[]> {
  return refuse([{ file: fileName, line: 1, column: 1, path: '', code: 'not-yaml', message: { vi, en } }]);
}

/** The plain values of a file. The YAML library throws at nesting and references that only an attack contains. */
function readSource(
  yamlText: string,
  fileName: string,
): Outcome<{ source: Source; written: unknown }, readonly SetFault[]> {
  if (yamlText.length > MAX_FILE_LENGTH) return unreadable(fileName, 'Tệp quá lớn.', 'The file is too large.');
  try {
    const source = readYaml(yamlText, fileName);
    const { errors } = source.document;
    if (errors.length) return refuse(errors.map((error) => yamlFault(source, error)));
    return accept({ source, written: source.document.toJS({ maxAliasCount: 100 }) });
  } catch {
    return unreadable(fileName, 'Tệp lồng nhau quá sâu.', 'The file is nested too deeply.');
  }
}

/**
 * Reads the YAML of a criteria set and checks all of it: the whole list of faults, each with file, line and reason, or a
 * set that can be scored. A set with a fault is never scored in part.
 *
 * @param fileName how the faults name the file
 * @source issue 4, part 1; docs/criteria-set-format.md
 */
export function parseCriteriaSet(yamlText: string, fileName: string): Outcome<CriteriaSet, readonly SetFault[]> {
  const read = readSource(yamlText, fileName);
  if (!read.ok) return read;
  const { source, written } = read.value;
  const parsed = setFile.safeParse(written);
  if (!parsed.success)
    return refuse(
      parsed.error.issues.map((issue) =>
        place(
          source,
          findingOf(
            issue,
            valueAt(
              written,
              issue.path.filter((key) => typeof key !== 'symbol'),
            ),
          ),
        ),
      ),
    );
  const faults = findSetFaults(parsed.data);
  if (faults.length) return refuse(faults.map((fault) => place(source, fault)));
  const doubts = [...findSetDoubts(parsed.data), ...unknownFields(written, parsed.data)];
  return accept(
    buildCriteriaSet(
      parsed.data,
      doubts.map((doubt) => place(source, doubt)),
    ),
  );
}
