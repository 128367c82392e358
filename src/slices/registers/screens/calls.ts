import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../web/api/call.ts';
import { fillAddress } from '../../../web/api/fill-address.ts';
import {
  api,
  type FindRegisterViewsAnswer,
  type SaveRegisterViewBody,
  type UploadRegisterFileAnswer,
} from '../../../web/client.generated.ts';
import type { Filter } from '../index.ts';
import type { BulkWork } from './list/bulk.ts';
import {
  type RecordOnScreen,
  type RecordPageData,
  type RecordsPage,
  type RegisterOnScreen,
  recordOnScreen,
  recordsPage,
  registerOnScreen,
} from './on-screen.ts';

/** What a list is asked: the words of its address in the server's form. */
export type RecordAsk = {
  readonly filter: Filter | null;
  readonly text: string;
  readonly sort: string;
  readonly isDeleted: boolean;
};

const PAGE_SIZE = 50;
const KEEP_MS = 30_000;
const LOOK_AGAIN_MS = 3000;

export const shelfQuery = queryOptions({
  queryKey: ['registers'],
  queryFn: ({ signal }) => api.findRegisters({ signal }),
});

/** Whether the program is deriving the records of a register anew. */
export const isUnderWay = ({ rebuilt, redated }: RegisterOnScreen): boolean => rebuilt !== null || redated !== null;

export const registerQuery = (registerKey: string) =>
  queryOptions({
    queryKey: ['register', registerKey],
    queryFn: async ({ signal }) => registerOnScreen(await api.getRegister({ path: { registerKey }, signal })),
    staleTime: KEEP_MS,
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? LOOK_AGAIN_MS : false),
  });

export const recordsKey = (registerKey: string) => ['register', registerKey, 'records'] as const;

/** The words of a list, of its export and of a saved view, as the server takes them. */
export function listWords({ filter, text, sort }: RecordAsk) {
  return {
    ...(text ? { search: text } : {}),
    ...(filter ? { filter: JSON.stringify(filter) } : {}),
    ...(sort ? { sort } : {}),
  };
}

type PlaceInList = { cursor: string | null; limit?: number; signal?: AbortSignal };

export async function findRecords(
  register: RegisterOnScreen,
  ask: RecordAsk,
  { cursor, limit = PAGE_SIZE, signal }: PlaceInList,
): Promise<RecordsPage> {
  const query = {
    ...listWords(ask),
    limit,
    deleted: ask.isDeleted ? ('yes' as const) : ('no' as const),
    ...(cursor ? { after: cursor } : {}),
  };
  const path = { registerKey: register.declaration.key };
  const answer = await api.findRecords({ path, query, ...(signal ? { signal } : {}) });
  return recordsPage(answer, register);
}

export async function getRecord(register: RegisterOnScreen, recordId: string): Promise<RecordPageData> {
  const path = { registerKey: register.declaration.key, recordId };
  const { record, clocks, history, labels } = await api.getRecord({ path });
  return { record: recordOnScreen(record, labels, register), clocks, changes: history };
}

/** Under the key of the register, so that what changes in it is asked anew together. */
export const recordQuery = (register: RegisterOnScreen, recordId: string) =>
  queryOptions({
    queryKey: ['register', register.declaration.key, 'record', recordId],
    queryFn: () => getRecord(register, recordId),
  });

/** Everything that may have changed with a record: the lists, the record, the shelf's counts, the measures. */
export async function askAgain(queries: QueryClient, registerKey: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['register', registerKey] }),
    queries.invalidateQueries({ queryKey: ['registers'] }),
    queries.invalidateQueries({ queryKey: ['measures'] }),
  ]);
}

type Values = Record<string, unknown>;

export function createRecord(registerKey: string, values: Values): Promise<{ recordId: string; version: number }> {
  return api.createRecord({ path: { registerKey }, body: { values, step: null } });
}

export async function saveRecord(
  registerKey: string,
  { recordId, ...body }: { recordId: string; version: number; values: Values },
): Promise<{ recordId: string; version: number }> {
  const { version } = await api.changeRecord({ path: { registerKey, recordId }, body });
  return { recordId, version };
}

export function moveRecord(
  registerKey: string,
  { recordId, version }: RecordOnScreen,
  move: { to: string; note: string | null },
) {
  return api.stepRecord({ path: { registerKey, recordId }, body: { version, ...move } });
}

export const deleteRecord = (registerKey: string, recordId: string) =>
  api.deleteRecord({ path: { registerKey, recordId } });

export const restoreRecord = (registerKey: string, recordId: string) =>
  api.restoreRecord({ path: { registerKey, recordId } });

export const changeRecords = (registerKey: string, { recordIds, change }: BulkWork) =>
  api.changeRecords({ path: { registerKey }, body: { recordIds: [...recordIds], change } });

/** Records of a register by a few letters of their words: what a link can point to. */
export async function findTitles(
  registerKey: string,
  search: string,
  { limit, signal }: { limit: number; signal: AbortSignal },
): Promise<{ recordId: string; title: string }[]> {
  const { records } = await api.findRecords({ path: { registerKey }, query: { search, limit }, signal });
  return records.map(({ recordId, title }) => ({ recordId, title: title ?? '…' }));
}

export type ViewOnScreen = FindRegisterViewsAnswer['views'][number];

export const viewsQuery = (registerKey: string) =>
  queryOptions({
    queryKey: ['register-views', registerKey],
    queryFn: ({ signal }) => api.findRegisterViews({ path: { registerKey }, signal }),
  });

export const saveView = (registerKey: string, body: SaveRegisterViewBody) =>
  api.saveRegisterView({ path: { registerKey }, body });

export const dropView = (registerKey: string, { viewId }: ViewOnScreen) =>
  api.dropRegisterView({ path: { registerKey, viewId } });

/** The file of a list as it is filtered and sorted; the browser saves it while it is being made. */
export function exportAddress(registerKey: string, ask: RecordAsk, format: 'xlsx' | 'csv'): string {
  return fillAddress('/api/registers/{registerKey}/export', { registerKey }, { ...listWords(ask), format });
}

export function fileAddress({ registerKey, recordId }: RecordOnScreen, fileId: string): string {
  return fillAddress('/api/registers/{registerKey}/records/{recordId}/files/{fileId}', {
    registerKey,
    recordId,
    fileId,
  });
}

/** Sends a file that a record is to hold. */
export function uploadFile(registerKey: string, file: File): Promise<UploadRegisterFileAnswer> {
  const body = new FormData();
  body.append('file', file);
  const operation = { method: 'POST', address: '/api/registers/{registerKey}/files', answer: 'json' } as const;
  return call<UploadRegisterFileAnswer>(operation, { path: { registerKey }, body });
}
