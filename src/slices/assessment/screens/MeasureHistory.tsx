import { useQuery } from '@tanstack/react-query';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { dayText, momentText } from '../../../web/ui/moments.ts';
import { Loaded } from '../../../web/ui/States.tsx';
import type { Leaf } from '../../criteria/index.ts';
import { tellInput } from './measure-fields.ts';

/** Every figure ever entered for a leaf, the newest first: who, when, as of which day, with which evidence. */
export function MeasureHistory({ leaf }: { leaf: Leaf }) {
  const t = useTexts();
  const year = useYear();
  const query = useQuery({
    queryKey: ['measure-history', year, leaf.code],
    queryFn: ({ signal }) => api.findMeasureHistory({ path: { leafCode: leaf.code }, query: { year }, signal }),
  });
  const told = (input: Record<string, unknown> | null): string =>
    input === null ? t('assessment.takenBack') : tellInput(leaf.rule, input, t);
  return (
    <Card title={t('assessment.history')}>
      <Loaded query={query}>
        {({ entries }) =>
          entries.length ? (
            <ul className="things">
              {entries.map(({ entryId, input, extractedOn, evidence, enteredName, enteredAt }) => (
                <li key={entryId}>
                  <b>{told(input)}</b>
                  <div className="soft">
                    {t('assessment.historyBy', { name: enteredName, moment: momentText(enteredAt) })}
                    {extractedOn ? ` · ${t('assessment.extractedOn')}: ${dayText(extractedOn)}` : ''}
                    {evidence ? ` · ${evidence}` : ''}
                  </div>
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">{t('assessment.historyNone')}</p>
          )
        }
      </Loaded>
    </Card>
  );
}
