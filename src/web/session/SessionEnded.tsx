import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { onSessionEnd } from '../api/call.ts';
import { api } from '../client.generated.ts';
import { useTexts } from '../language.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FormSummary, TextField } from '../ui/Field.tsx';
import { useForm } from '../ui/useForm.ts';
import { requireFields } from './require-fields.ts';
import { useSession } from './session.ts';

type Waiting = { promise: Promise<boolean>; settle: (isBack: boolean) => void };

/**
 * When the server says that the session has ended, asks for the password over the page as it stands. Every call that
 * was refused waits here and is repeated afterwards, so that nothing typed is lost.
 */
export function SessionEnded() {
  const t = useTexts();
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  useEffect(() => {
    let open: Waiting | null = null;
    onSessionEnd(() => {
      if (open) return open.promise;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      open = {
        promise,
        settle: (isBack) => {
          open = null;
          setWaiting(null);
          resolve(isBack);
        },
      };
      setWaiting(open);
      return promise;
    });
    return () => onSessionEnd(null);
  }, []);
  const leave = () => {
    waiting?.settle(false);
    window.location.assign(`/log-in?back=${encodeURIComponent(window.location.pathname + window.location.search)}`);
  };
  return (
    <Dialog isOpen={waiting !== null} title={t('web.sessionEnded.title')} onClose={leave}>
      <LogInAgain onBack={() => waiting?.settle(true)} onLeave={leave} />
    </Dialog>
  );
}

type LogInAgainProps = { onBack: () => void; onLeave: () => void };

function LogInAgain({ onBack, onLeave }: LogInAgainProps) {
  const t = useTexts();
  const { user } = useSession();
  const form = useForm({
    initial: { passwordAgain: '' },
    check: requireFields(t, { passwordAgain: t('web.password') }),
    submit: async ({ passwordAgain }) => {
      await api.logIn({ body: { username: user.username, password: passwordAgain } });
      onBack();
    },
  });
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <p>{t('web.sessionEnded.lead')}</p>
      <FormSummary errors={form.errors} />
      <p>
        {t('web.username')}: <b>{user.username}</b>
      </p>
      <input
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        autoComplete="username"
        readOnly
        value={user.username}
      />
      <TextField
        name="passwordAgain"
        label={t('web.password')}
        type="password"
        value={form.values.passwordAgain}
        onChange={form.set('passwordAgain')}
        error={form.errors.passwordAgain}
        autoComplete="current-password"
        isRequired
      />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {t('web.logIn')}
        </Button>
        <Button onClick={onLeave}>{t('web.sessionEnded.leave')}</Button>
      </div>
    </form>
  );
}
