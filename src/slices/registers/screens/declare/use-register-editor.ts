import { createContext, use, useMemo } from 'react';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { useForm } from '../../../../web/ui/useForm.ts';
import type { RegisterDeclaration } from '../../index.ts';
import { declarationOf } from './declaration-of.ts';
import { findEditFaults } from './edit-faults.ts';
import { removeAt, replaceAt } from './edited-names.ts';
import type { EditedClock, EditedField, EditedMeasure, EditedRegister, EditedStep } from './edited-register.ts';
import { faultsAtInputs } from './server-faults.ts';

export type RegisterEditor = {
  readonly edited: EditedRegister;
  readonly errors: Readonly<Record<string, string>>;
  /** Names are written in both languages; otherwise English says what the Vietnamese says. */
  readonly change: (part: Partial<EditedRegister>) => void;
  readonly setField: (at: number, field: EditedField) => void;
  readonly setStep: (at: number, step: EditedStep) => void;
  readonly setClock: (at: number, clock: EditedClock) => void;
  readonly setMeasure: (at: number, measure: EditedMeasure) => void;
  readonly drop: (list: 'fields' | 'steps' | 'clocks' | 'measures', at: number) => void;
};

const EditorContext = createContext<RegisterEditor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): RegisterEditor {
  const editor = use(EditorContext);
  if (!editor) throw new Error('a part of the register editor was drawn outside it');
  return editor;
}

type EditorPlan = {
  initial: EditedRegister;
  draftName: string;
  submit: (declaration: RegisterDeclaration) => Promise<unknown>;
};

/** A draft from before clocks could be edited has none of its own. */
const readEdited = (text: string): EditedRegister => ({ clocks: [], ...JSON.parse(text) });

/** A register while it is written: kept as a draft by itself, faults beside what they are about. */
export function useRegisterEditor({ initial, draftName, submit }: EditorPlan) {
  const t = useTexts();
  const language = useLanguage();
  const form = useForm({
    initial: { declaration: JSON.stringify(initial) },
    draftName,
    check: ({ declaration }) =>
      Object.fromEntries(
        Object.entries(findEditFaults(readEdited(declaration))).map(([input, fault]) => [
          input,
          t(`declare.editFault.${fault}`),
        ]),
      ),
    submit: ({ declaration }) => submit(declarationOf(readEdited(declaration))),
    readRefusal: (error) => faultsAtInputs(error, edited, language),
  });
  const edited: EditedRegister = useMemo(() => readEdited(form.values.declaration), [form.values.declaration]);
  const change = (part: Partial<EditedRegister>) => form.set('declaration')(JSON.stringify({ ...edited, ...part }));
  const editor: RegisterEditor = {
    edited,
    errors: form.errors,
    change,
    setField: (at, field) => change({ fields: replaceAt(edited.fields, at, field) }),
    setStep: (at, step) => change({ steps: replaceAt(edited.steps, at, step) }),
    setClock: (at, clock) => change({ clocks: replaceAt(edited.clocks, at, clock) }),
    setMeasure: (at, measure) => change({ measures: replaceAt(edited.measures, at, measure) }),
    drop: (list, at) =>
      change({ [list]: removeAt<EditedField | EditedStep | EditedClock | EditedMeasure>(edited[list], at) }),
  };
  return { form, editor };
}
