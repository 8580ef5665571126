import { encode } from 'uqr'
import { formatMoment } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Card } from '../../../../views/card.tsx'
import { Confirm } from '../../../../views/confirm.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { markup } from '../../../../views/markup.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { sayIn } from '../../courses/content.ts'
import { hasCome, wasCalledOff } from '../day.ts'
import { sessionText } from '../messages.ts'
import type { Expected, Session } from '../reading.ts'

type Props = { scope: Scope; session: Session; expected: readonly Expected[]; address: string }

type Words = ReturnType<typeof sessionText>

const ending = (t: Words) => ({
  ...{ trigger: { label: t.close, icon: 'check' as const }, title: t.closeTitle },
  ...{ text: t.closeText, submit: t.close },
})

const callingOff = (t: Words) => ({
  ...{ trigger: { label: t.callOff, kind: 'quiet' as const }, title: t.callOffTitle },
  ...{ text: t.callOffText, submit: t.callOff },
})

/** One session: the code for the wall, and the list of who is there. */
export const SessionPage = ({ scope, session, expected, address }: Props) => {
  const { locale, company } = scope
  const t = sessionText(locale)
  const view = viewText(locale)
  const href = `/training/sessions/${session.id}`
  const begins = hasCome(scope, session)
  return (
    <>
      <PageHead
        t={view.page}
        title={sayIn(locale, session.titles)}
        trail={[{ href: '/training/sessions', label: t.title }]}
        actions={
          session.closedAt === null && (
            <Confirm
              t={view.confirm}
              id="close"
              {...(begins ? ending(t) : callingOff(t))}
              action={`${href}/close`}
            />
          )
        }
      />
      <PageBody>
        <p>
          {formatMoment(locale, company.timeZone, new Date(session.startsAt))} · {session.place}
        </p>
        {session.closedAt === null ? (
          <Card title={t.sign} testId="sign">
            <p class="hint">{t.signHint}</p>
            <QrCode text={address} label={`${t.code} ${session.code}`} />
            <p>
              {t.codeIs}
              <strong>{session.code}</strong>
            </p>
            <p class="hint sign-in-at">{address.replace(/\?.*$/, '')}</p>
          </Card>
        ) : (
          <p role="status">{wasCalledOff(scope, session) ? t.calledOff : t.closed}</p>
        )}
        <Card title={t.list} testId="list-of-people">
          {expected.length === 0 ? (
            <p class="hint">{begins ? t.listEmpty : t.listComing}</p>
          ) : (
            <Form t={view.form} action={`${href}/list`} submit={t.saveList}>
              <p class="hint">{t.listHint}</p>
              {expected.map(({ userId, name, department, state }) => (
                <Field
                  t={view.form}
                  kind="radio"
                  name={`state-${userId}`}
                  label={department ? `${name} · ${department}` : name}
                  value={state ?? ''}
                  options={(['present', 'absent', 'excused'] as const).map((value) => ({
                    value,
                    label: t.states[value],
                  }))}
                />
              ))}
            </Form>
          )}
        </Card>
      </PageBody>
    </>
  )
}

/** Drawn as one path, dark on white whatever the theme: phones want it so. */
const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { data, size } = encode(text, { border: 3 })
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return markup`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}">
    <path d="${squares.join('')}"/></svg>`
}
