import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAddress } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { CheckField } from '../../../../web/ui/Checks.tsx';
import { DraftNotice, FormSummary } from '../../../../web/ui/Field.tsx';
import type { RegisterDeclaration } from '../../index.ts';
import { ClocksEditorCard } from './ClocksEditorCard.tsx';
import { DueCard } from './DueCard.tsx';
import type { EditedRegister } from './edited-register.ts';
import { FieldsCard } from './FieldsCard.tsx';
import { FormPreview } from './FormPreview.tsx';
import { MeasuresCard } from './MeasuresCard.tsx';
import { NameCard } from './NameCard.tsx';
import { StepsCard } from './StepsCard.tsx';
import { EditorProvider, useRegisterEditor } from './use-register-editor.ts';

type RegisterEditorFormProps = {
  initial: EditedRegister;
  draftName: string;
  submit: (declaration: RegisterDeclaration) => Promise<unknown>;
};

/** Everything that makes a register, and beside it the form that people will fill in. */
export function RegisterEditorForm(props: RegisterEditorFormProps) {
  const t = useTexts();
  const { search, change } = useAddress();
  const { form, editor } = useRegisterEditor(props);
  const hasMeasures = editor.edited.measures.length > 0;
  return (
    <EditorProvider value={editor}>
      <div className="grid grid-top register-editor">
        <form className="wide-8 stack" noValidate onSubmit={form.send}>
          <DraftNotice isDraft={form.isDraft} onDiscard={form.reset} />
          <FormSummary errors={form.errors} />
          <CheckField
            name="editor-english"
            label={t('declare.writeEnglish')}
            hint={t('declare.writeEnglishHint')}
            isChecked={search.english === 'yes'}
            onChange={(isOn) => change({ english: isOn ? 'yes' : '' })}
          />
          <NameCard />
          <FieldsCard />
          <DueCard />
          <ClocksEditorCard />
          <StepsCard />
          <MeasuresCard />
          <Card>
            <div className="stack">
              <p className="soft">{t(hasMeasures ? 'declare.thenMeasures' : 'declare.thenNothing')}</p>
              <div className="form-buttons">
                <Button type="primary" htmlType="submit" loading={form.isBusy}>
                  {t('declare.save')}
                </Button>
                {hasMeasures ? (
                  <Link className="strong-link plain" to="/index">
                    {t('declare.toIndex')}
                  </Link>
                ) : null}
              </div>
            </div>
          </Card>
        </form>
        <div className="wide-4 editor-preview">
          <FormPreview />
        </div>
      </div>
    </EditorProvider>
  );
}
