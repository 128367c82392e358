import { useMutation } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { useTexts } from '../language.ts';
import { dropDraft, keepDraft, readDraft } from './draft.ts';
import type { FieldErrors } from './Field.tsx';
import { errorsOf } from './form-errors.ts';

export type FormValues = Readonly<Record<string, string>>;

type FormPlan<Values extends FormValues> = {
  initial: Values;
  check: (values: Values) => FieldErrors;
  submit: (values: Values) => Promise<unknown>;
  /** Keeps what is typed in this browser under this name until it is sent; never give one to a form with passwords. */
  draftName?: string;
  /** What the form says of a refusal, where it knows better than its code and fields do; null: it does not. */
  readRefusal?: (error: ApiError) => FieldErrors | null;
};

/**
 * State of a form: nothing typed is lost by a failed save, a lost session or a closed tab. What is on the page is asked
 * again once the server has taken it.
 */
export function useForm<Values extends FormValues>({
  initial,
  check,
  submit,
  draftName,
  readRefusal,
}: FormPlan<Values>) {
  const t = useTexts();
  const draft = draftName ? readDraft(draftName, initial) : null;
  const [values, setValues] = useState<Values>(draft ?? initial);
  const [isDraft, setIsDraft] = useState(draft !== null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [isChanged, setChanged] = useState(draft !== null);
  const sending = useMutation({ mutationFn: submit });

  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname && !window.confirm(t('web.leaveWithChanges')),
    enableBeforeUnload: () => isChanged && !draftName,
    disabled: !isChanged || draftName !== undefined,
  });

  const fill = (part: Partial<Values>) => {
    const next = { ...values, ...part };
    setValues(next);
    setChanged(true);
    if (draftName) keepDraft(draftName, next);
  };
  const set = (name: keyof Values & string) => (value: string) => fill({ [name]: value } as Partial<Values>);
  /** What a field of the form takes. */
  const field = <Name extends keyof Values & string>(name: Name) => ({
    name,
    value: values[name] as string,
    onChange: set(name),
    error: errors[name],
  });
  const reset = () => {
    if (draftName) dropDraft(draftName);
    setValues(initial);
    setErrors({});
    setIsDraft(false);
    setChanged(false);
  };
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    const found = check(values);
    setErrors(found);
    if (Object.keys(found).length) return;
    // The address may change when the form is sent: nothing is left to be asked about.
    setChanged(false);
    try {
      await sending.mutateAsync(values);
      if (draftName) dropDraft(draftName);
    } catch (error) {
      setChanged(true);
      if (!(error instanceof ApiError)) {
        setErrors({ form: t('web.crashLead') });
        throw error;
      }
      setErrors(readRefusal?.(error) ?? errorsOf(error, Object.keys(values), t('web.fieldWrong')));
    }
  };
  return { values, set, field, fill, errors, isBusy: sending.isPending, isChanged, isDraft, reset, send };
}
