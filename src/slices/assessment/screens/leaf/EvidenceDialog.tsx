import { useState } from 'react';
import { call } from '../../../../web/api/call.ts';
import { api, type UploadEvidenceFileAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { ChoiceField, DayField, TextField } from '../../../../web/ui/Field.tsx';
import { FormDialog } from '../../../../web/ui/FormDialog.tsx';
import { UploadDrop } from '../../../../web/ui/UploadDrop.tsx';
import { useForm } from '../../../../web/ui/useForm.ts';
import type { CriteriaSet, Leaf } from '../../../criteria/index.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';

const LIMITS = {
  endings: ['.pdf', '.docx', '.doc', '.xlsx', '.xls', '.csv', '.png', '.jpg', '.jpeg', '.zip', '.txt', '.p7s'],
  megabytes: 57,
} as const;

function uploadFile(file: File): Promise<UploadEvidenceFileAnswer> {
  const body = new FormData();
  body.append('file', file);
  return call<UploadEvidenceFileAnswer>({ method: 'POST', address: '/api/index/files', answer: 'json' }, { body });
}

/** Leaf codes typed after each other: "1.1.2, 3.4.1". */
const codesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

const unknownIn = (set: CriteriaSet, text: string): string[] =>
  codesIn(text).filter((code) => !set.leaves.some((leaf) => leaf.code === code));

type EvidenceDialogProps = {
  isOpen: boolean;
  index: IndexOnScreen;
  leaf: Leaf;
  wanted: number | null;
  onClose: () => void;
};

/** A file, a document's number or a link to records, for this leaf and others that it proves too. */
export function EvidenceDialog({ isOpen, index, leaf, wanted, onClose }: EvidenceDialogProps) {
  const t = useTexts();
  const { year } = index.data;
  const [file, setFile] = useState<File | null>(null);
  const form = useForm({
    initial: {
      title: wanted === null ? '' : (leaf.evidence[wanted] ?? ''),
      wanted: wanted === null ? '' : String(wanted),
      documentNumber: '',
      documentDate: '',
      issuer: '',
      address: '',
      others: '',
    },
    check: (values) => {
      const unknown = unknownIn(index.set, values.others);
      return {
        ...(values.title.trim().length < 2 ? { title: t('leaf.evidenceNeedTitle') } : {}),
        ...(file || values.documentNumber || values.address ? {} : { documentNumber: t('leaf.evidenceNeedProof') }),
        ...(values.address && !/^\/(?!\/)\S*$/.test(values.address) ? { address: t('leaf.evidenceNeedAddress') } : {}),
        ...(unknown.length ? { others: t('leaf.evidenceUnknown', { codes: unknown.join(', ') }) } : {}),
      };
    },
    submit: async (values) => {
      const fileId = file ? (await uploadFile(file)).fileId : null;
      const own = { leafCode: leaf.code, wanted: values.wanted === '' ? null : Number(values.wanted) };
      const others = codesIn(values.others).filter((code) => code !== leaf.code);
      await api.addEvidence({
        body: {
          year,
          title: values.title.trim(),
          fileId,
          documentNumber: values.documentNumber.trim() || null,
          documentDate: values.documentDate || null,
          issuer: values.issuer.trim() || null,
          address: values.address.trim() || null,
          leaves: [own, ...[...new Set(others)].map((leafCode) => ({ leafCode, wanted: null }))],
        },
      });
      onClose();
    },
  });
  return (
    <FormDialog
      isOpen={isOpen}
      title={t('leaf.evidenceAdd')}
      submit={t('leaf.evidenceSave')}
      form={form}
      onClose={onClose}
    >
      <TextField {...form.field('title')} label={t('leaf.evidenceTitle')} isRequired />
      <ChoiceField
        {...form.field('wanted')}
        label={t('leaf.evidenceFor')}
        emptyText={t('leaf.evidenceOther')}
        choices={leaf.evidence.map((label, at) => ({ value: String(at), label }))}
      />
      <UploadDrop label={file?.name ?? t('leaf.evidenceFile')} limits={LIMITS} onFile={setFile} isBusy={form.isBusy} />
      <TextField {...form.field('documentNumber')} label={t('leaf.documentNumber')} />
      <DayField {...form.field('documentDate')} label={t('leaf.documentDate')} />
      <TextField {...form.field('issuer')} label={t('leaf.issuer')} />
      <TextField {...form.field('address')} label={t('leaf.evidenceAddress')} hint={t('leaf.evidenceAddressHint')} />
      <TextField {...form.field('others')} label={t('leaf.evidenceOthers')} hint={t('leaf.evidenceOthersHint')} />
    </FormDialog>
  );
}
