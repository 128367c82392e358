import { useId } from 'react';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import type { Draft } from '../../rules/draft.ts';
import { choiceOf, decide, type Question, questionsOf, spotOfSlip } from '../../rules/figure-decisions.ts';
import type { Shown } from './MarkedText.tsx';
import type { ReviewFigure } from './review-types.ts';

type FigureQuestionsProps = {
  figures: readonly ReviewFigure[];
  draft: Draft;
  edit: (change: (draft: Draft) => Draft) => void;
  onShow: (shown: Shown) => void;
};

/** Figures that do not agree, each with the decision that it needs. */
export function FigureQuestions({ figures, draft, edit, onShow }: FigureQuestionsProps) {
  return questionsOf(figures).map((question) => (
    <FigureQuestion
      key={question.numbers[0]}
      question={question}
      draft={draft}
      onShow={onShow}
      onChoose={(choice) => edit((now) => decide(now, question, choice))}
    />
  ));
}

type FigureQuestionProps = {
  question: Question<ReviewFigure>;
  draft: Draft;
  onChoose: (choice: 'keep' | 'correct') => void;
  onShow: (shown: Shown) => void;
};

function FigureQuestion({ question, draft, onChoose, onShow }: FigureQuestionProps) {
  const t = useTexts();
  const { numbers, findings, slip } = question;
  const name = useId();
  const choice = choiceOf(question, draft.decisions);
  const stated = slip?.stated ?? findings[0]?.stated ?? null;
  return (
    <Card
      title={slip ? t('review.figureTitle', { figure: figureText(slip.stated) }) : t('review.figureTitlePlain')}
      tone={choice ? 'plain' : 'alert'}
      more={
        choice ? (
          <StatusTag tone="good">✓ {t(`review.figureChosen.${choice}`)}</StatusTag>
        ) : (
          <StatusTag tone="late">{t('review.figureOpen')}</StatusTag>
        )
      }
    >
      <ul className="figure-findings">
        {findings.map((finding, at) => (
          <FindingLine
            key={numbers[at]}
            finding={finding}
            isWhole={slip === null}
            onShow={() => onShow({ key: `figure-${numbers[at]}`, field: 'figure' })}
          />
        ))}
      </ul>
      <fieldset className="figure-choices">
        <legend className="visually-hidden">{t('review.figureOpen')}</legend>
        <Choice
          name={name}
          isChosen={choice === 'keep'}
          onChoose={() => onChoose('keep')}
          note={t('review.figureKeepNote')}
        >
          {stated === null ? t('review.figureKeepPlain') : t('review.figureKeep', { figure: figureText(stated) })}
        </Choice>
        {slip ? (
          <Choice
            name={name}
            isChosen={choice === 'correct'}
            onChoose={() => onChoose('correct')}
            note={
              spotOfSlip(draft, choice === 'correct' ? slip.proposed : slip.stated, findings)
                ? t('review.figureCorrectNote', { count: findings.length })
                : t('review.figureCorrectByHand')
            }
          >
            {t('review.figureCorrect', { figure: figureText(slip.proposed) })}
          </Choice>
        ) : null}
      </fieldset>
    </Card>
  );
}

/** What does not agree; the likeliest slip is the same for every finding of a question and stands in its choices. */
function firstSentence(note: string): string {
  const end = note.indexOf('. ');
  return end < 0 ? note : note.slice(0, end + 1);
}

type FindingLineProps = { finding: ReviewFigure; isWhole: boolean; onShow: () => void };

function FindingLine({ finding, isWhole, onShow }: FindingLineProps) {
  const t = useTexts();
  const language = useLanguage();
  const note = language === 'vi' ? finding.note : finding.noteEnglish;
  return (
    <li>
      {isWhole ? note : firstSentence(note)}{' '}
      <button type="button" className="link-button" onClick={onShow}>
        {t('review.showPlace')}
      </button>
    </li>
  );
}

type ChoiceProps = { name: string; isChosen: boolean; onChoose: () => void; note: string; children: string };

function Choice({ name, isChosen, onChoose, note, children }: ChoiceProps) {
  const noteId = useId();
  return (
    <div className="figure-choice">
      <label>
        <input type="radio" name={name} checked={isChosen} aria-describedby={noteId} onChange={onChoose} /> {children}
      </label>
      <p id={noteId} className="soft">
        {note}
      </p>
    </div>
  );
}
