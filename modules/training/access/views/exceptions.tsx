import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Module } from '../../../../core/module.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import type { Exception } from '../exceptions.ts'
import { accessText } from '../messages.ts'

type Props = {
  scope: Scope
  exceptions: readonly Exception[]
  people: readonly { id: string; name: string }[]
  modules: readonly Module[]
  raw: Raw
  errors?: Errors | undefined
}

/** Who works before they have learned, and the form that lets somebody do so. */
export const ExceptionsPage = ({ scope, exceptions, modules, ...rest }: Props) => {
  const { locale } = scope
  const t = accessText(locale).exceptions
  const name = (id: string) => modules.find((one) => one.id === id)?.title[locale] ?? id
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.title} />
      <PageBody>
        <p class="hint">{t.hint}</p>
        <GrantForm {...{ scope, modules, ...rest }} />
        <Card testId="exceptions">
          {exceptions.length === 0 && <p class="hint">{t.none}</p>}
          <ul class="courses">
            {exceptions.map((one) => (
              <li>
                <div class="what">
                  <span>{one.name}</span>
                  <small>
                    {[
                      name(one.module),
                      t.until(printDate(one.until, locale)),
                      one.grantedBy && t.by(one.grantedBy),
                      one.reason,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      </PageBody>
    </>
  )
}

const GrantForm = ({ scope, people, modules, raw, errors = {} }: Omit<Props, 'exceptions'>) => {
  const { locale } = scope
  const t = accessText(locale).exceptions
  const form = { t: viewText(locale).form }
  return (
    <Form
      {...form}
      action="/training/exceptions"
      errors={errors}
      submit={t.grant}
      testId="exception-form"
    >
      <Field
        {...form}
        kind="person"
        name="person"
        label={t.person}
        none={t.choose}
        value={raw.person}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.person}
        required
      />
      <Field
        {...form}
        kind="select"
        name="module"
        label={t.module}
        value={raw.module}
        options={modules.map(({ id, title }) => ({ value: id, label: title[locale] }))}
        error={errors.module}
      />
      <Field
        {...form}
        kind="text"
        name="reason"
        label={t.reason}
        value={raw.reason}
        error={errors.reason}
        required
      />
    </Form>
  )
}
