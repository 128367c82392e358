import { Button } from 'antd';
import { api, type GetIndexAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { FormSummary, LongTextField } from '../../../web/ui/Field.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { readRanking, writeRanking } from '../rules/pasted-ranking.ts';
import { indexOnScreen } from './index-on-screen.ts';
import { SheetDrop } from './SheetDrop.tsx';

/** The published results, typed or pasted from a spreadsheet: one department a line. */
export function RankingForm({ data }: { data: GetIndexAnswer }) {
  const t = useTexts();
  const { agency, today } = useSession();
  const areas = indexOnScreen(data, today)?.set.areas.map(({ code, nameVi: name }) => ({ code, name })) ?? [];
  const known = { ownName: agency.name, areas };
  const form = useForm({
    initial: { lines: writeRanking(data.ranking) },
    check: ({ lines }) => {
      const { faults } = readRanking(lines, known);
      const told = faults.map(({ line, code }) =>
        t('assessment.rankingFault', { line, reason: t(`assessment.rankingFault.${code}`) }),
      );
      return told.length ? { lines: told.slice(0, 8).join(' ') } : {};
    },
    submit: async ({ lines }) => {
      const entries = readRanking(lines, known).entries.map((entry) => ({ ...entry }));
      await api.saveRanking({ body: { year: data.year, entries } });
    },
  });
  return (
    <Card title={t('assessment.rankingEnter')}>
      <form className="form" noValidate onSubmit={form.send}>
        <FormSummary errors={form.errors} />
        <SheetDrop onLines={form.set('lines')} />
        <LongTextField
          name="lines"
          label={t('assessment.rankingLines')}
          hint={t('assessment.rankingHint', { own: agency.name })}
          value={form.values.lines}
          onChange={form.set('lines')}
          error={form.errors.lines}
        />
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={form.isBusy}>
            {t('assessment.rankingSave')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
