import type { Colleague } from '../../../../core/access/directory.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { approvalText } from '../messages.ts'

type Props = {
  scope: Scope
  colleagues: readonly Colleague[]
  /** When one is away oneself, from which day to which. */
  away: readonly Days[]
  raw: Raw
  errors?: Errors
}

type Days = { from: string; to: string }

const sayDays = ({ from, to }: Days, locale: Locale): string => {
  const [first, last] = [from, to].map((day) => printDate(day, locale))
  return first === last ? String(first) : `${first} – ${last}`
}

const path = '/sales/approvals'

/** Who decides for oneself while one is away. */
export const DeputyPage = ({ scope, colleagues, away, raw, errors = {} }: Props) => {
  const { locale } = scope
  const { title, deputy: t } = approvalText(locale)
  const view = viewText(locale)
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead t={view.page} title={t.title} trail={[{ href: path, label: title }]} />
      <PageBody>
        <p class="hint">{t.text}</p>
        <p class="hint" data-testid="away">
          {away.length > 0
            ? t.away(new Intl.ListFormat(locale).format(away.map((days) => sayDays(days, locale))))
            : t.notAway}
        </p>
        <Form t={view.form} action={`${path}/deputy`} errors={errors} cancelHref={path}>
          <Field
            {...field('deputy')}
            kind="person"
            label={t.who}
            none={t.none}
            options={colleagues
              .filter(({ id, left }) => !left && id !== scope.user.id)
              .map(({ id, name, login }) => ({ value: id, label: name, note: login ?? undefined }))}
          />
        </Form>
      </PageBody>
    </>
  )
}
