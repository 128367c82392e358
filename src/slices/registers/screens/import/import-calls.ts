import { call } from '../../../../web/api/call.ts';
import { fillAddress } from '../../../../web/api/fill-address.ts';
import { api, type GetImportAnswer, type UploadImportAnswer } from '../../../../web/client.generated.ts';
import { language } from '../../../../web/language.ts';
import { translator } from '../../../../web/texts.ts';
import { putInTray } from '../../../../web/ui/tray.ts';

const ASK_EVERY_MS = 1000;
const pause = (milliseconds: number): Promise<void> => new Promise((go) => window.setTimeout(go, milliseconds));

/** Sends a sheet; the answer says what was found in it. */
export function uploadSheet(registerKey: string, file: File): Promise<UploadImportAnswer> {
  const body = new FormData();
  body.append('file', file);
  const operation = { method: 'POST', address: '/api/registers/{registerKey}/imports', answer: 'json' } as const;
  return call<UploadImportAnswer>(operation, { path: { registerKey }, body });
}

export const errorsAddress = (registerKey: string, importId: string): string =>
  fillAddress('/api/registers/{registerKey}/imports/{importId}/errors', { registerKey, importId });

type State = GetImportAnswer['state'];

/** Still being worked on, or being stopped. */
export const isUnderWay = (state: State): state is 'running' | 'cancelling' =>
  state === 'running' || state === 'cancelling';

type Followed = {
  registerKey: string;
  importId: string;
  title: string;
  /** Rows that were found when the sheet was looked at: how far it is, until the server has counted. */
  rowCount: number;
  onEnd: () => void;
};

/** Shows a running import in the tray until it ends, on whatever page the person is. */
export async function followImport({ registerKey, importId, title, rowCount, onEnd }: Followed): Promise<void> {
  const t = translator(language.get());
  const path = { registerKey, importId };
  const item = { id: importId, title, resultHref: `/registers/${registerKey}/import?import=${importId}` };
  const onCancel = (): void => void api.cancelImport({ path });
  for (;;) {
    const now = await api.getImport({ path }).catch(() => null);
    if (now && !isUnderWay(now.state)) {
      const isDone = now.state === 'done';
      const step = t(`imports.state.${now.state}`, { count: now.madeRows });
      putInTray({ ...item, step, progress: 1, state: isDone ? 'done' : 'failed' });
      return onEnd();
    }
    const progress = now ? Math.min(1, now.madeRows / Math.max(1, now.totalRows ?? rowCount)) : null;
    putInTray({
      ...item,
      step: t('imports.running', { count: now?.madeRows ?? 0 }),
      progress,
      state: 'running',
      onCancel,
    });
    await pause(ASK_EVERY_MS);
  }
}
