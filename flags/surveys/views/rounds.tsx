import type { Child } from 'hono/jsx'
import { formatDay } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { printDate } from '../../../core/values/date.ts'
import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { Tabs } from '../../../views/tabs.tsx'
import { surveysText } from '../messages.ts'
import type { Rounds } from '../rounds.ts'

type Props = { locale: Locale; place: string; rounds: Rounds; mayManage: boolean }

/** The round that is open: who has answered, and never what. */
export const OpenRound = ({ locale, place, rounds, mayManage }: Props) => {
  const t = surveysText(locale)
  const { open, turnout, isAsked } = rounds
  if (!open) return null
  return (
    <Card title={t.running} testId="open-round">
      <p>{t.runningText(printDate(open.closesOn, locale))}</p>
      <ul class="turnout">
        {turnout.map(({ group, invited, answered }) => (
          <li>
            <span>{t.groups[group]}</span>
            <progress class="progress" max={invited} value={answered} aria-hidden="true"></progress>
            <span>{t.turnout(String(answered), String(invited))}</span>
          </li>
        ))}
      </ul>
      <div class="actions">
        {isAsked && (
          <LinkButton href={`${place}/answer`} kind="primary">
            {t.toAnswer}
          </LinkButton>
        )}
        {mayManage && (
          <form method="post" action={`${place}/close`}>
            <Button>{t.close}</Button>
          </form>
        )}
      </div>
    </Card>
  )
}

type FormProps = {
  locale: Locale
  place: string
  raw: Readonly<Record<string, string | undefined>>
  errors?: FieldErrors
  once: string
  children?: Child
}

/** Opens a round of questions. */
export const OpenForm = ({ locale, place, raw, errors = {}, once, children }: FormProps) => {
  const t = surveysText(locale)
  const { form } = viewText(locale)
  return (
    <Card title={t.open}>
      <Form t={form} action={place} errors={errors} once={once} submit={t.open} testId="open-form">
        {children}
        <Field
          t={form}
          name="closesOn"
          kind="date"
          label={t.closesOn}
          value={raw.closesOn}
          error={errors.closesOn}
          required
        />
      </Form>
    </Card>
  )
}

type TabsProps = Pick<Props, 'locale' | 'place' | 'rounds'> & { timeZone: string }

/** A tab for each of the latest rounds that have closed, where there is more than one. */
export const RoundTabs = ({ locale, timeZone, place, rounds: { over, shown } }: TabsProps) => {
  const t = surveysText(locale)
  if (over.length < 2) return null
  return (
    <Tabs
      label={t.trend}
      tabs={over.slice(0, 6).map((run) => ({
        href: `${place}?run=${run.id}`,
        label: t.round(printDate(formatDay(timeZone, run.openedAt), locale)),
        current: run.id === shown?.id,
      }))}
    />
  )
}
