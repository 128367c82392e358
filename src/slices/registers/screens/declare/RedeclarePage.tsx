import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '../../../../web/api/api-error.ts';
import { api, type PreviewDeclarationAnswer } from '../../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { ConfirmDialog } from '../../../../web/ui/ConfirmDialog.tsx';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { ForbiddenState, Loaded } from '../../../../web/ui/States.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import type { RegisterDeclaration } from '../../index.ts';
import { askAgain, registerQuery } from '../calls.ts';
import type { RegisterOnScreen } from '../on-screen.ts';
import { editedOf } from './edited-register.ts';
import { effectLines } from './effect-lines.ts';
import { RegisterEditorForm } from './RegisterEditorForm.tsx';
import '../registers.css';

/** Changes a register of the office's own; values of fields that go stay with their records. */
export function Page() {
  const t = useTexts();
  const { key = '' } = useParams({ strict: false });
  const query = useQuery(registerQuery(key));
  return (
    <Loaded query={query} title={t('declare.change')}>
      {(register) => <Redeclare key={register.declaration.version} register={register} />}
    </Loaded>
  );
}

type Effects = PreviewDeclarationAnswer['effects'];
/** What a change would do, and what goes on once the person has seen it. */
type Asked = { effects: Effects; after: RegisterDeclaration; answer: (isYes: boolean) => void };

/** Asks before a change that people will notice; the answer goes on where the form waits. */
function useEffects(declaration: RegisterDeclaration) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (effects: Effects, after: RegisterDeclaration): Promise<boolean> =>
    new Promise((answer) => {
      setAsked({
        effects,
        after,
        answer: (isYes) => {
          setAsked(null);
          answer(isYes);
        },
      });
    });
  const dialog = asked ? <EffectsDialog before={declaration} asked={asked} /> : null;
  return { ask, dialog };
}

function EffectsDialog({ before, asked }: { before: RegisterDeclaration; asked: Asked }) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <ConfirmDialog
      isOpen
      title={t('declare.effectsTitle', { count: asked.effects.records })}
      confirmText={t('declare.save')}
      onConfirm={() => asked.answer(true)}
      onCancel={() => asked.answer(false)}
    >
      <ul className="plain-list">
        {effectLines(asked.effects, { before, after: asked.after, t, language }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}

function Redeclare({ register }: { register: RegisterOnScreen }) {
  const t = useTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { declaration, mayDeclare, isOwn, rebuilt } = register;
  const { key, version } = declaration;
  const { ask, dialog } = useEffects(declaration);
  const submit = async (changed: RegisterDeclaration) => {
    const path = { registerKey: key };
    const { effects } = await api.previewDeclaration({ path, body: { declaration: changed } });
    const words = { before: declaration, after: changed, t, language };
    if (effectLines(effects, words).length && !(await ask(effects, changed)))
      throw new ApiError(0, 'not-saved', t('declare.notSaved'));
    await api.redeclareRegister({ path, body: { version, declaration: changed } });
    await askAgain(queries, key);
    await navigate({ to: '/registers/$key', params: { key } });
  };
  return (
    <>
      <PageHead
        title={t('declare.changeOf', { name: declaration.name[language] })}
        lead={t('declare.changeLead')}
        crumbs={[
          <Link key="shelf" to="/registers">
            {t('registers.title')}
          </Link>,
          <Link key="list" to="/registers/$key" params={{ key }}>
            {declaration.name[language]}
          </Link>,
        ]}
      />
      {rebuilt === null ? null : <Notice tone="risk">{t('declare.rebuilding')}</Notice>}
      {mayDeclare ? (
        <RegisterEditorForm initial={editedOf(declaration)} draftName={`declare-${key}-${version}`} submit={submit} />
      ) : (
        <ForbiddenState>{isOwn ? undefined : t('declare.shipped')}</ForbiddenState>
      )}
      {dialog}
    </>
  );
}
