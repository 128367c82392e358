import { useState } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { RecordFields } from '../record/RecordFields.tsx';
import { NO_LABELS } from '../values/no-labels.ts';
import type { Typed } from '../values/typed-values.ts';
import { valuesOfTyped } from '../values/typed-values.ts';
import { useComputed } from '../values/use-computed.ts';
import { declarationOf } from './declaration-of.ts';
import { useEditor } from './use-register-editor.ts';

const NOTHING: ReadonlySet<string> = new Set();
/** Inputs of the preview stand beside those of the editor: their names must not meet. */
const PREFIX = 'preview-';

function prefixed<Held>(held: Readonly<Record<string, Held>>): Record<string, Held> {
  return Object.fromEntries(Object.entries(held).map(([name, one]) => [`${PREFIX}${name}`, one]));
}

function plain(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).map(([name, text]) => [name.slice(PREFIX.length), text]));
}

/** The form that people will fill in, as the register stands now; what is typed here goes nowhere. */
export function FormPreview() {
  const t = useTexts();
  const { edited } = useEditor();
  const [typed, setTyped] = useState<Typed>({});
  const declaration = declarationOf(edited);
  const shown = useComputed(declaration.fields, valuesOfTyped(declaration.fields, plain(typed)));
  return (
    <Card title={t('declare.preview')} more={t('declare.previewNote')}>
      <div className="form record-form">
        <RecordFields
          declaration={{ ...declaration, fields: prefixed(declaration.fields) }}
          typed={typed}
          errors={{}}
          onChange={(part) => setTyped({ ...typed, ...part })}
          changeable={new Set(Object.keys(prefixed(declaration.fields)))}
          masked={NOTHING}
          shown={prefixed(shown)}
          labels={NO_LABELS}
        />
      </div>
    </Card>
  );
}
