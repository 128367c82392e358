import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { momentText } from '../../../../web/ui/moments.ts';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { isUnderWay, recordsKey } from '../calls.ts';
import type { RegisterOnScreen } from '../on-screen.ts';

/** What the program is doing to the records of a register, how far it is, and that it is done. */
export function UnderWay({ register }: { register: RegisterOnScreen }) {
  const t = useTexts();
  const isDone = useDone(register);
  const { rebuilt, redated } = register;
  if (rebuilt !== null) return <Notice>{t('registers.rebuilding', { count: rebuilt })}</Notice>;
  if (redated !== null)
    return (
      <Notice>
        {t('registers.redating', { name: redated.by, moment: momentText(redated.at), percent: redated.percent })}
      </Notice>
    );
  return isDone ? <Notice tone="good">{t('registers.underWayDone')}</Notice> : null;
}

/** Whether the work ended while the page was open; its records are then read again. */
function useDone(register: RegisterOnScreen): boolean {
  const client = useQueryClient();
  const was = useRef(false);
  const [isDone, setDone] = useState(false);
  const { key } = register.declaration;
  const is = isUnderWay(register);
  useEffect(() => {
    if (was.current && !is) void client.invalidateQueries({ queryKey: recordsKey(key) });
    if (was.current !== is) setDone(!is);
    was.current = is;
  }, [client, key, is]);
  return isDone;
}
