import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Confirm } from '../../../views/confirm.tsx'
import { Details, Phone } from '../../../views/details.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageHead } from '../../../views/page.tsx'
import { Pill, pill, tag } from '../../../views/pill.tsx'
import { Record, RecordHead } from '../../../views/record.tsx'
import { Timeline, type TimelineItem } from '../../../views/timeline.tsx'
import type { Counted } from '../../handover/estates.ts'
import type { Receipt } from '../../handover/receipts.ts'
import { EstatePanel } from '../../handover/views/panel.tsx'
import { formatAgo, formatDay } from '../../i18n/format.ts'
import type { Locale } from '../../i18n/locale.ts'
import { accessText } from '../messages.ts'
import type { PersonRecord } from '../person-record.ts'
import { roleWords } from '../roles.ts'
import { shownPhone } from '../shown-phone.ts'
import { LinkCard } from './link-card.tsx'

type Props = {
  locale: Locale
  timeZone: string
  now: Date
  person: PersonRecord
  /** The link that was just made, to be shown this once. */
  link?: string
  /** Whether a new link needs the administrator's password, and what was wrong with it. */
  confirm: boolean
  confirmError?: string
  history: readonly TimelineItem[]
  /** What they have, and what they handed over before. */
  estates: readonly Counted[]
  receipts: readonly Receipt[]
}

/** One person as administrators see them. */
export const PersonPage = (props: Props) => {
  const { locale, timeZone, now, person, history, estates, receipts, ...link } = props
  const t = accessText(locale).people
  const view = viewText(locale)
  const here = `/admin/people/${person.id}`
  return (
    <>
      <PageHead
        t={view.page}
        title={person.name}
        note={person.disabledAt && <Pill text={t.disabled} />}
        trail={[{ href: '/admin/people', label: t.title }]}
        actions={<Actions locale={locale} person={person} />}
      />
      <Record
        summary={<Summary locale={locale} timeZone={timeZone} person={person} />}
        main={
          <div class="stack">
            {!person.disabledAt && (
              <LinkCard locale={locale} timeZone={timeZone} now={now} person={person} {...link} />
            )}
            <Card
              title={t.history}
              actions={
                <a class="quiet-link" href={`/admin/audit?object=core.user&record=${person.id}`}>
                  {t.allHistory}
                </a>
              }
            >
              <Timeline t={view.timeline} groups={[{ items: history }]} />
            </Card>
          </div>
        }
        panels={
          <>
            <EstatePanel
              locale={locale}
              timeZone={timeZone}
              person={person}
              estates={estates}
              receipts={receipts}
            />
            <section class="panel">
              <header>
                <h2>{t.sessions}</h2>
              </header>
              <p>{t.sessionCount(person.sessions)}</p>
              {person.lastSeenAt && (
                <p class="hint">
                  {t.lastSeen(formatAgo(locale, timeZone, person.lastSeenAt, now))}
                </p>
              )}
              {person.sessions > 0 && (
                <Confirm
                  t={view.confirm}
                  id="end-sessions"
                  trigger={{ label: t.endSessions, icon: 'logout', small: true }}
                  title={`${t.endSessions}?`}
                  text={t.endSessionsText}
                  action={`${here}/sign-out`}
                  submit={t.endSessions}
                />
              )}
            </section>
          </>
        }
      />
    </>
  )
}

const Actions = ({ locale, person }: { locale: Locale; person: PersonRecord }) => {
  const t = accessText(locale).people
  const here = `/admin/people/${person.id}`
  return (
    <>
      {person.disabledAt ? (
        <form method="post" action={`${here}/enable`}>
          <Button icon="lock-open">{t.enable}</Button>
        </form>
      ) : (
        <Confirm
          t={viewText(locale).confirm}
          id="disable"
          trigger={{ label: t.disable, icon: 'user-off' }}
          title={t.disableTitle(person.name)}
          text={t.disableText}
          action={`${here}/disable`}
          submit={t.disable}
          danger
        />
      )}
      <LinkButton href={`${here}/edit`} kind="primary" icon="edit">
        {t.edit}
      </LinkButton>
    </>
  )
}

type SummaryProps = { locale: Locale; timeZone: string; person: PersonRecord }

const Summary = ({ locale, timeZone, person }: SummaryProps) => {
  const t = accessText(locale).people
  const language = { 'zh-CN': '中文', en: 'English' }
  return (
    <>
      <RecordHead name={person.name} note={person.departmentName} />
      <Details
        empty={viewText(locale).record.empty}
        items={[
          { label: t.email, value: person.email },
          {
            label: t.phone,
            value: person.phone && <Phone shown={shownPhone(person.phone)} dial={person.phone} />,
          },
          {
            label: t.roles,
            value: (
              <span class="tags">
                {person.roles.map((role) => tag(roleWords[role].title[locale]))}
                {person.championSince && pill(t.champion, 'violet')}
              </span>
            ),
          },
          { label: t.language, value: person.locale ? language[person.locale] : t.ownLanguage },
          { label: t.since, value: formatDay(timeZone, person.createdAt) },
        ]}
      />
    </>
  )
}
