import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { ChoiceField, TextField } from '../../../../web/ui/Field.tsx';
import { FormDialog } from '../../../../web/ui/FormDialog.tsx';
import { useForm } from '../../../../web/ui/useForm.ts';
import type { Leaf } from '../../../criteria/index.ts';
import { readDeadlines } from '../../../deadlines/index.ts';
import { useUnits } from '../../../units/screens/use-units.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';

type TaskDialogProps = { isOpen: boolean; index: IndexOnScreen; leaf: Leaf; how: string; onClose: () => void };

/** A task that is to win the leaf's points back: made, tied to the leaf, and shown in its list. */
export function TaskDialog({ isOpen, index, leaf, how, onClose }: TaskDialogProps) {
  const t = useTexts();
  const { standing } = useUnits();
  const { year } = index.data;
  const owner = index.data.reaches.find(({ leafCode }) => leafCode === leaf.code)?.ownerUnitId ?? '';
  const form = useForm({
    initial: { title: how ? `${leaf.nameVi}: ${how}` : leaf.nameVi, lead: owner, product: '', deadline: '' },
    check: ({ title, lead }) => ({
      ...(title.trim().length < 3 ? { title: t('task.needTitle') } : {}),
      ...(lead ? {} : { lead: t('task.needLead') }),
    }),
    submit: async ({ title, lead, product, deadline }) => {
      const words = deadline.trim();
      const { taskId } = await api.createTask({
        body: {
          title: title.trim(),
          areaOrdinal: /^\d{1,2}$/.test(leaf.areaCode) ? Number(leaf.areaCode) : null,
          products: product.trim() ? [product.trim()] : [],
          leadId: lead,
          coordinatorIds: [],
          deadlineText: words || null,
          deadlines: words ? readDeadlines(words, { year }).map((found) => found.deadline) : [],
          planId: null,
          planYear: year,
          deficitId: null,
        },
      });
      await api.tieTaskToLeaf({ path: { leafCode: leaf.code, taskId }, body: { year, isTied: true } });
      onClose();
    },
  });
  return (
    <FormDialog isOpen={isOpen} title={t('leaf.taskMake')} form={form} onClose={onClose}>
      <TextField {...form.field('title')} label={t('leaf.taskTitle')} isRequired />
      <ChoiceField
        {...form.field('lead')}
        label={t('leaf.taskLead')}
        emptyText={t('assessment.choose')}
        choices={standing.map(({ unitId, name }) => ({ value: unitId, label: name }))}
      />
      <TextField {...form.field('product')} label={t('leaf.taskProduct')} />
      <TextField {...form.field('deadline')} label={t('leaf.taskDeadline')} hint={t('leaf.taskDeadlineHint')} />
    </FormDialog>
  );
}
