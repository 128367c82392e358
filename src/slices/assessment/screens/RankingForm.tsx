import { Button } from 'antd';
import { api, type GetIndexAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { FormSummary, LongTextField } from '../../../web/ui/Field.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { readRanking, writeRanking } from './ranking-text.ts';

/** The published results, typed or pasted from a spreadsheet: one department a line. */
export function RankingForm({ data }: { data: GetIndexAnswer }) {
  const t = useTexts();
  const { agency } = useSession();
  const form = useForm({
    initial: { lines: writeRanking(data.ranking) },
    check: ({ lines }) => {
      const { wrongLines } = readRanking(lines, agency.name);
      return wrongLines.length ? { lines: t('assessment.rankingWrong', { lines: wrongLines.join(', ') }) } : {};
    },
    submit: async ({ lines }) => {
      const entries = readRanking(lines, agency.name).entries.map((entry) => ({ ...entry }));
      await api.saveRanking({ body: { year: data.year, entries } });
    },
  });
  return (
    <Card title={t('assessment.rankingEnter')}>
      <form className="form" noValidate onSubmit={form.send}>
        <FormSummary errors={form.errors} />
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
