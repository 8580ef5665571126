import type { Locale } from '../../../../core/i18n/locale.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { learningText } from '../../learning/messages.ts'
import { sessionText } from '../messages.ts'

type Props = { locale: Locale; code: string; error?: string | undefined }

/** Where one says that one is there; the code on the wall fills it. */
export const SignInPage = ({ locale, code, error }: Props) => {
  const t = sessionText(locale).signIn
  const view = viewText(locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        trail={[{ href: '/training', label: learningText(locale).title }]}
      />
      <PageBody>
        <Form
          t={view.form}
          action="/training/sign-in"
          errors={error ? { code: error } : {}}
          submit={t.submit}
          testId="sign-in"
        >
          <Field
            t={view.form}
            kind="number"
            name="code"
            label={t.code}
            value={code}
            error={error}
            required
          />
        </Form>
      </PageBody>
    </>
  )
}
