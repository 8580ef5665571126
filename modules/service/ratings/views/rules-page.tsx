import type { Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { ratingText } from '../messages.ts'
import { asking } from '../rules.ts'

type Props = { scope: Scope; raw: Raw; errors: FieldErrors; version: number }

/** When customers are asked, and which answers somebody calls back about. */
export const RulesPage = ({ scope, raw, errors, version }: Props) => {
  const view = viewText(scope.locale)
  const t = ratingText(scope.locale).rules
  return (
    <>
      <PageHead t={view.page} title={t.title} />
      <PageBody>
        <p>{t.about}</p>
        <Form
          t={view.form}
          action="/service/rating-rules"
          errors={errors}
          version={version}
          guard={false}
          testId="rating-rules"
        >
          <Field
            t={view.form}
            kind="select"
            name="asks"
            label={t.asks}
            value={raw.asks}
            options={asking.map((value) => ({ value, label: t.when[value] }))}
          />
          <Field
            t={view.form}
            kind="select"
            name="callBackAt"
            label={t.callBack}
            value={raw.callBackAt}
            options={[
              { value: '0', label: t.never },
              ...['1', '2', '3'].map((value) => ({ value, label: t.upTo(value) })),
            ]}
          />
        </Form>
      </PageBody>
    </>
  )
}
