import { Button } from '../../../views/button.tsx'
import { Icon } from '../../../views/icon.tsx'
import { Pill } from '../../../views/pill.tsx'
import { formatAgo } from '../../i18n/format.ts'
import type { Locale } from '../../i18n/locale.ts'
import type { OwnSession } from '../account.ts'
import { deviceOf } from '../device.ts'
import { authText } from '../messages.ts'

type Props = {
  locale: Locale
  timeZone: string
  now: Date
  sessions: readonly OwnSession[]
  current: string
}

/** The devices one is signed in on, each with a way to end it there. */
export const SessionList = ({ locale, timeZone, now, sessions, current }: Props) => {
  const t = authText(locale)
  const ago = (at: Date) => formatAgo(locale, timeZone, at, now)
  return (
    <ul class="rows">
      {sessions.map((session) => (
        <li data-testid="row">
          <Icon name="device-desktop" />
          <p>
            {deviceOf(session.agent, t)}{' '}
            {session.id === current && <Pill text={t.account.thisOne} tone="green" />}
            <small>
              {[
                t.account.since(ago(session.createdAt)),
                t.account.seen(ago(session.lastSeenAt)),
                session.address,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </p>
          {session.id !== current && (
            <form method="post" action="/account/sessions/end">
              <Button small name="session" value={session.id}>
                {t.account.end}
              </Button>
            </form>
          )}
        </li>
      ))}
      {sessions.length > 1 && (
        <li>
          <form method="post" action="/account/sessions/end-others">
            <Button small icon="logout">
              {t.account.endOthers}
            </Button>
          </form>
        </li>
      )}
    </ul>
  )
}
