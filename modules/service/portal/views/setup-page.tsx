import type { Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { CopyButton } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { portalText } from '../messages.ts'

type Props = {
  scope: Scope
  raw: Raw
  errors: FieldErrors
  version: number
  /** Where customers find the pages; undefined while they are closed. */
  address: string | undefined
}

/** Whether customers find the company's pages, where, and under which heading. */
export const SetupPage = ({ scope, raw, errors, version, address }: Props) => {
  const view = viewText(scope.locale)
  const t = portalText(scope.locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        note={address && <Pill text={t.opened} tone="green" />}
      />
      <PageBody>
        <p>{t.about}</p>
        {address && (
          <p>
            {t.stands} <a href={address}>{address}</a> <CopyButton text={address} label={t.copy} />
          </p>
        )}
        <Form
          t={view.form}
          action="/service/portal"
          errors={errors}
          version={version}
          guard={false}
          testId="portal-form"
        >
          <Field
            t={view.form}
            kind="text"
            name="word"
            required
            label={t.word}
            hint={t.wordHint}
            value={raw.word}
            error={errors.word}
          />
          <Field
            t={view.form}
            kind="text"
            name="title"
            label={t.heading}
            hint={t.headingHint}
            value={raw.title}
            error={errors.title}
          />
          <Field
            t={view.form}
            kind="toggle"
            name="open"
            label={t.open}
            checked={raw.open === 'on'}
          />
        </Form>
      </PageBody>
    </>
  )
}
