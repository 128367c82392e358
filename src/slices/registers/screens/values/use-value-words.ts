import { useLanguage, useTexts } from '../../../../web/language.ts';
import { useUnits } from '../../../units/screens/use-units.ts';
import type { Labels } from '../on-screen.ts';
import { NO_LABELS } from './no-labels.ts';
import { usePeople } from './use-people.ts';
import type { ValueWords } from './value-text.ts';

/** What values need to become words: the language, and the names of what they point at. */
export function useValueWords(labels: Labels = NO_LABELS): ValueWords {
  const t = useTexts();
  const language = useLanguage();
  const { byId } = useUnits();
  const people = usePeople();
  const linkName = (id: string): string => {
    const link = labels.links[id];
    if (!link || link.state === 'lost') return t('registers.linkLost');
    if (link.state === 'not-yours') return t('registers.linkNotYours');
    const title = link.title || t('registers.noTitle');
    return link.state === 'deleted' ? t('registers.linkDeleted', { title }) : title;
  };
  return {
    language,
    yes: t('registers.answer.yes'),
    no: t('registers.answer.no'),
    nameOf: (kind, id) => {
      if (kind === 'unit') return byId.get(id)?.shortName ?? labels.units[id] ?? id;
      if (kind === 'person')
        return (
          labels.people[id] ?? people.find(({ userId }) => userId === id)?.displayName ?? t('registers.personGone')
        );
      return kind === 'files' ? (labels.files[id]?.name ?? id) : linkName(id);
    },
  };
}
