import { Field } from '../../../../views/field.tsx'
import { FieldGroup } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { questionKinds } from '../../courses/content.ts'
import { studioText } from '../messages.ts'
import { mostOptions } from '../question-form.ts'
import { Editor, type EditorProps } from './editors.tsx'
import { BothLanguages } from './fields.tsx'

type Props = EditorProps & { objectives: readonly string[] }

/** One question with all its options; those that stay empty are left out. */
export const QuestionEditor = (props: Props) => {
  const { locale, raw, errors = {}, objectives } = props
  const t = studioText(locale)
  const form = { t: viewText(locale).form }
  const shared = { locale, raw, errors }
  return (
    <Editor {...props}>
      <Field
        {...form}
        kind="select"
        name="kind"
        label={t.form.kind}
        value={raw.kind}
        options={questionKinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <BothLanguages {...shared} name="stem" label={t.form.stem} rows={2} />
      <Field
        {...form}
        kind="select"
        name="objective"
        label={t.form.objective}
        value={raw.objective}
        options={objectives.map((label, at) => ({ value: String(at + 1), label }))}
      />
      <Field
        {...form}
        kind="checkbox"
        name="critical"
        label={t.critical}
        hint={t.form.criticalHint}
        checked={raw.critical === 'on'}
      />
      <p class="hint">{t.form.optionsHint}</p>
      {Array.from({ length: mostOptions }, (_, at) => (
        <FieldGroup label={t.form.option(String(at + 1))}>
          <BothLanguages {...shared} name={`option-${at}`} label={t.form.text} />
          <div class="only-choice">
            <Field
              {...form}
              kind="checkbox"
              name={`right-${at}`}
              label={t.form.right}
              checked={raw[`right-${at}`] === 'on'}
              error={errors[`right-${at}`]}
            />
          </div>
          <div class="only-match">
            <BothLanguages {...shared} name={`to-${at}`} label={t.form.to} />
          </div>
        </FieldGroup>
      ))}
      <BothLanguages {...shared} name="explanation" label={t.form.explanation} rows={2} />
    </Editor>
  )
}
