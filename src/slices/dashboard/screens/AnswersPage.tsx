import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { parseCivilDate } from '../../../kernel/civil-date.ts';
import { useAddress } from '../../../web/address.ts';
import { fillAddress } from '../../../web/api/fill-address.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights, useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { AnswersTable } from './AnswersTable.tsx';
import { CostlyUnits } from './CostlyUnits.tsx';
import { Proposals } from './Proposals.tsx';
import './answers.css';

/** The span of the address; the whole year of the page where it names none. */
function useSpan(): { firstDay: string; lastDay: string } {
  const year = useYear();
  const { search } = useAddress();
  const dayOf = (word: string | undefined, otherwise: string): string =>
    word !== undefined && parseCivilDate(word) !== null ? word : otherwise;
  return { firstDay: dayOf(search.from, `${year}-01-01`), lastDay: dayOf(search.to, `${year}-12-31`) };
}

/** Who answers for what: figures of each unit, proposals with their grounds, and who cost the department points. */
export function Page() {
  const t = useTexts();
  const span = useSpan();
  const mayChange = useRights()('answers.change');
  const query = useQuery({
    queryKey: ['answers', span],
    queryFn: ({ signal }) => api.getAnswers({ query: span, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead
        title={t('dashboard.answers')}
        lead={
          <>
            {t('dashboard.answersLead')} {dayText(span.firstDay)} – {dayText(span.lastDay)}
          </>
        }
        actions={
          <>
            <a className="strong-link" href={fillAddress('/api/answers/sheet', {}, span)} download>
              {t('dashboard.export')}
            </a>
            <Button onClick={() => window.print()}>{t('dashboard.print')}</Button>
          </>
        }
      />
      <FilterBar
        filters={[
          { kind: 'day', key: 'from', label: t('dashboard.from'), fallback: span.firstDay },
          { kind: 'day', key: 'to', label: t('dashboard.to'), fallback: span.lastDay },
        ]}
      />
      <Loaded query={query}>
        {(answer) =>
          answer.answers.length === 0 ? (
            <Card>
              <EmptyState title={t('dashboard.noAnswers')}>{t('dashboard.noAnswersLead')}</EmptyState>
            </Card>
          ) : (
            <div className="stack">
              <AnswersTable answers={answer.answers} span={span} />
              <div className="grid">
                <Proposals answer={answer} mayChange={mayChange} />
                <CostlyUnits costly={answer.costly} />
              </div>
            </div>
          )
        }
      </Loaded>
    </>
  );
}
