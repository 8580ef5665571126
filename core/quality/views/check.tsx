import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Errors } from '../../http/form.ts'
import type { Scope } from '../../scope.ts'
import type { Quality } from '../declared.ts'
import { qualityText } from '../messages.ts'
import type { DrawnRecord } from '../sampling.ts'

type Props = { scope: Scope; quality: Quality; record: DrawnRecord; errors?: Errors }

/** What a record says, field by field, to be marked right or wrong while one asks. */
export const CheckPage = ({ scope, quality, record, errors = {} }: Props) => {
  const { locale } = scope
  const view = viewText(locale)
  const words = qualityText(locale)
  const t = words.sample
  const place = '/rollout/data-quality/sample'
  const list = `${place}?object=${quality.object}`
  const fields = quality.fields.filter(({ field }) => record.shown[field])
  return (
    <>
      <PageHead
        t={view.page}
        title={t.recordTitle(record.name)}
        trail={[
          { href: '/rollout/data-quality', label: words.title },
          { href: list, label: t.title },
        ]}
      />
      <PageBody>
        {fields.length === 0 ? (
          <p>{t.nothing}</p>
        ) : (
          <Form
            t={view.form}
            action={`${place}/${record.id}`}
            errors={errors}
            cancelHref={list}
            testId="check-form"
          >
            <p class="hint">{t.ask}</p>
            {fields.map(({ field, label }) => (
              <Field
                t={view.form}
                kind="radio"
                name={`field_${field}`}
                label={t.says(label[locale], record.shown[field] ?? '')}
                value={record.verdicts[field] ?? ''}
                options={[
                  { value: 'right', label: t.verdicts.right },
                  { value: 'wrong', label: t.verdicts.wrong },
                  { value: '', label: t.skip },
                ]}
                error={errors[`field_${field}`]}
              />
            ))}
          </Form>
        )}
      </PageBody>
    </>
  )
}
