import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import type { Locale } from '../../i18n/locale.ts'
import { authText } from '../messages.ts'

type Props = { locale: Locale; email?: string; next: string; errors?: FieldErrors }

/** The sign-in card. It is an ordinary page load, since the answer changes who one is. */
export const SignInPage = ({ locale, email = '', next, errors = {} }: Props) => {
  const t = authText(locale)
  const form = viewText(locale).form
  return (
    <>
      <h1>{t.signIn}</h1>
      <p>{t.signInIntro}</p>
      <Form t={form} action="/login" plain submit={t.signIn} errors={errors} hidden={{ next }}>
        <Field
          t={form}
          kind="text"
          name="email"
          label={t.login}
          value={email}
          autocomplete="username"
          required
          focus={!email}
          error={errors.email}
        />
        <Field
          t={form}
          kind="password"
          name="password"
          label={t.password}
          autocomplete="current-password"
          required
          focus={email !== ''}
          error={errors.password}
        />
      </Form>
      <p>
        <a href="/forgotten">{t.forgotten}</a>
      </p>
    </>
  )
}

type ChooserProps = {
  locale: Locale
  accounts: readonly { ticket: string; company: string }[]
  next: string
}

/** One e-mail address and password may fit in several companies: the person says which. */
export const CompanyChooser = ({ locale, accounts, next }: ChooserProps) => {
  const t = authText(locale)
  return (
    <>
      <h1>{t.chooseCompany}</h1>
      <p>{t.chooseCompanyIntro}</p>
      <form method="post" action="/login/company" class="form">
        <input type="hidden" name="next" value={next} />
        {accounts.map(({ ticket, company }) => (
          <button class="btn" name="ticket" value={ticket}>
            {company}
          </button>
        ))}
      </form>
    </>
  )
}
