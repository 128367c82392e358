import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type Search, useAddress } from '../../../../web/address.ts';
import { ApiError } from '../../../../web/api/api-error.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { useSession } from '../../../../web/session/session.ts';
import { useForm } from '../../../../web/ui/useForm.ts';
import type { RegisterDeclaration } from '../../index.ts';
import { askAgain, createRecord, getRecord, saveRecord } from '../calls.ts';
import type { RecordPageData, RegisterOnScreen } from '../on-screen.ts';
import { mergeEdits, type TheirChange } from '../values/edits.ts';
import { changedValues, type Typed, typedOf } from '../values/typed-values.ts';
import { checkRecord } from './check-record.ts';
import { faultsOfRefusal } from './refused-values.ts';

/** Beside the inputs a draft keeps what it began with: that is how another person's change in between is seen. */
const [BASE, VERSION] = ['~base', '~version'] as const;

/** What others saved while a form was open. */
export type Beside = { readonly changes: readonly TheirChange[]; readonly who: string };

type Plan = { register: RegisterOnScreen; data: RecordPageData | null; isCopy: boolean };

/** Fields that this person fills in, in their order. */
export function editableFields({ declaration, changeable }: RegisterOnScreen): RegisterDeclaration['fields'] {
  return Object.fromEntries(
    Object.entries(declaration.fields).filter(([name, { kind }]) => kind !== 'computed' && changeable.includes(name)),
  );
}

/** What a link from elsewhere brings along for a new record: `v.subject=…` */
function givenWords(search: Search, typed: Typed): Typed {
  const given = Object.entries(search).filter(([word]) => word.startsWith('v.') && word.slice(2) in typed);
  return Object.fromEntries(given.map(([word, text]) => [word.slice(2), text]));
}

type Begin = { fields: RegisterDeclaration['fields']; search: Search; unitId: string | null };

function beginning({ register, data, isCopy }: Plan, { fields, search, unitId }: Begin): Record<string, string> {
  const typed = typedOf(fields, data?.record.values ?? {});
  if (data && !isCopy) return { ...typed, [BASE]: JSON.stringify(typed), [VERSION]: String(data.record.version) };
  const { owner } = register.declaration;
  const own = owner in fields && !typed[owner] && unitId ? { [owner]: unitId } : {};
  return { ...typed, ...own, ...givenWords(search, typed), [BASE]: '{}', [VERSION]: '0' };
}

/** State of a record's form: its draft, its faults, and what others changed meanwhile. */
export function useRecordForm(plan: Plan) {
  const { register, data, isCopy } = plan;
  const words = { t: useTexts(), language: useLanguage() };
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { search } = useAddress();
  const { user } = useSession();
  const [beside, setBeside] = useState<Beside | null>(null);
  const { declaration } = register;
  const fields = editableFields(register);
  const recordId = isCopy ? undefined : data?.record.recordId;
  const step = search.step ?? (isCopy ? null : data?.record.step) ?? declaration.firstStep ?? null;

  const form = useForm<Record<string, string>>({
    initial: beginning(plan, { fields, search, unitId: user.unitId }),
    draftName: `register-${declaration.key}-${recordId ?? 'new'}`,
    check: (typed) => checkRecord({ declaration, fields, step }, typed, words),
    submit: async ({ [BASE]: base = '{}', [VERSION]: version = '0', ...typed }) => {
      const values = changedValues(fields, JSON.parse(base), typed);
      const saved = recordId
        ? await saveRecord(declaration.key, { recordId, version: Number(version), values }).catch(meet)
        : await createRecord(declaration.key, values);
      // The page of the record asks anew; nobody waits for the lists behind it.
      queries.removeQueries({ queryKey: ['register', declaration.key, 'record', saved.recordId] });
      void askAgain(queries, declaration.key);
      const isBeside = recordId !== undefined && saved.version > Number(version) + 1;
      await navigate({
        to: '/registers/$key/records/$recordId',
        params: { key: declaration.key, recordId: saved.recordId },
        search: isBeside ? { base: version } : {},
      });
    },
    readRefusal: (error) => faultsOfRefusal(error, fields, words),
  });

  /** Puts what others saved beside what is typed here, and goes on from there. */
  const merge = async (): Promise<void> => {
    if (!recordId) return;
    const { record, changes } = await getRecord(register, recordId);
    const { [BASE]: base = '{}', [VERSION]: version = '0', ...mine } = form.values;
    const theirs = typedOf(fields, record.values);
    const { merged, changes: found } = mergeEdits(JSON.parse(base), theirs, mine);
    const names = changes.filter((change) => change.version > Number(version)).map(({ actorName }) => actorName);
    form.fill({ ...merged, [BASE]: JSON.stringify(theirs), [VERSION]: String(record.version) });
    setBeside({ changes: found, who: [...new Set(names)].join(', ') });
  };
  const meet = async (error: unknown): Promise<never> => {
    if (error instanceof ApiError && error.code === 'record-changed') await merge();
    throw error;
  };

  // A draft that was begun on an older record meets what was saved since as soon as it is opened.
  const isOlder = recordId !== undefined && Number(form.values[VERSION] ?? 0) < (data?.record.version ?? 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the older draft is found
  useEffect(() => {
    if (isOlder) void merge();
  }, [isOlder]);

  return { form, beside, fields };
}
