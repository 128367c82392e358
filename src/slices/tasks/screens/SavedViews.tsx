import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { parseSearch, useAddress, writeSearch } from '../../../web/address.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { TextField } from '../../../web/ui/Field.tsx';
import { useAct } from './use-act.tsx';

const PAGE = 'tasks';

/** Filters kept under a name, for oneself or for everybody. */
export function SavedViews() {
  const t = useTexts();
  const { search } = useAddress();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const { run, isBusy, refusal } = useAct();
  const query = useQuery({
    queryKey: ['views', PAGE],
    queryFn: ({ signal }) => api.findViews({ query: { page: PAGE }, signal }),
  });
  const { year: _year, ...words } = search;
  const save = () => {
    const body = { page: PAGE, name: name.trim(), words: writeSearch(words).slice(1), isShared };
    if (body.name)
      run(
        () => api.saveView({ body }),
        () => setName(''),
      );
  };
  return (
    <details className="drop no-print">
      <summary className="link-button">{t('tasks.savedViews')}</summary>
      <div className="drop-panel stack">
        {refusal}
        <ul className="plain-list">
          {query.data?.views.map((view) => (
            <li key={view.viewId}>
              <Link to="/tasks" search={parseSearch(view.words)}>
                {view.name}
              </Link>{' '}
              {view.isOwn ? (
                <button
                  type="button"
                  className="link-button"
                  aria-label={t('tasks.dropView', { name: view.name })}
                  onClick={() => run(() => api.dropView({ path: { viewId: view.viewId } }))}
                >
                  ✕
                </button>
              ) : null}
            </li>
          ))}
        </ul>
        <TextField name="view-name" label={t('tasks.viewName')} value={name} onChange={setName} />
        <label>
          <input type="checkbox" checked={isShared} onChange={({ target }) => setShared(target.checked)} />{' '}
          {t('tasks.shareView')}
        </label>
        <Button loading={isBusy} onClick={save}>
          {t('tasks.saveView')}
        </Button>
      </div>
    </details>
  );
}
