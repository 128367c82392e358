import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import { CheckField } from '../../../../web/ui/Checks.tsx';
import { Dialog } from '../../../../web/ui/Dialog.tsx';
import { TextField } from '../../../../web/ui/Field.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { dropView, saveView, type ViewOnScreen, viewsQuery } from '../calls.ts';
import type { RegisterOnScreen } from '../on-screen.ts';
import { viewOfAddress } from './list-address.ts';

type SavedViewsProps = { register: RegisterOnScreen };

const NO_VIEWS: readonly ViewOnScreen[] = [];

const isSame = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** Ways of looking at the list under a name: a click opens one, its address can be sent. */
export function SavedViews({ register }: SavedViewsProps) {
  const t = useTexts();
  const { search } = useAddress();
  const now = viewOfAddress(search);
  const { declaration } = register;
  const { data } = useQuery(viewsQuery(declaration.key));
  const views = data?.views ?? NO_VIEWS;
  const chosen = views.find(({ query }) => isSame(query, now));
  const isPlain = Object.keys(now).length === 0;
  return (
    <nav className="views no-print" aria-label={t('registers.views')}>
      <ul>
        <li>
          <Link
            to="/registers/$key"
            params={{ key: declaration.key }}
            search={{}}
            aria-current={isPlain ? 'page' : undefined}
          >
            {t('registers.viewAll')}
          </Link>
        </li>
        {views.map((view) => (
          <li key={view.viewId}>
            <Link
              to="/registers/$key"
              params={{ key: declaration.key }}
              search={view.query}
              aria-current={view === chosen ? 'page' : undefined}
            >
              {view.name}
            </Link>
          </li>
        ))}
      </ul>
      {chosen?.isMine ? <DropView register={register} view={chosen} /> : null}
      {isPlain || chosen ? null : <SaveView register={register} />}
    </nav>
  );
}

function DropView({ register, view }: SavedViewsProps & { view: ViewOnScreen }) {
  const t = useTexts();
  const queries = useQueryClient();
  const { key } = register.declaration;
  const dropping = useMutation({
    mutationFn: () => dropView(key, view),
    onSuccess: () => queries.invalidateQueries(viewsQuery(key)),
  });
  return (
    <button type="button" className="link-button" onClick={() => dropping.mutate()}>
      {t('registers.viewDrop', { name: view.name })}
    </button>
  );
}

function SaveView({ register }: SavedViewsProps) {
  const t = useTexts();
  const queries = useQueryClient();
  const { search } = useAddress();
  const { key } = register.declaration;
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const saving = useMutation({
    mutationFn: () => saveView(key, { name: name.trim(), isShared, query: viewOfAddress(search) }),
    onSuccess: () => {
      setOpen(false);
      setName('');
      return queries.invalidateQueries(viewsQuery(key));
    },
  });
  return (
    <>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('registers.viewSave')}
      </button>
      <Dialog isOpen={isOpen} title={t('registers.viewSave')} onClose={() => setOpen(false)}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) saving.mutate();
          }}
        >
          <TextField name="view-name" label={t('registers.viewName')} value={name} onChange={setName} isRequired />
          <CheckField
            name="view-shared"
            label={t('registers.viewShared')}
            hint={t('registers.viewSharedHint')}
            isChecked={isShared}
            onChange={setShared}
          />
          {saving.error ? <Notice tone="late">{saving.error.message}</Notice> : null}
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={!name.trim()}>
              {t('web.save')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('web.cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
