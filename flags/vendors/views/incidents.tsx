import { formatAgo, formatMoment } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { printChoice } from '../../../core/values/choice.ts'
import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Pill, type Tone } from '../../../views/pill.tsx'
import { flagsText } from '../../messages.ts'
import { incidentKinds } from '../choices.ts'
import { clocksOf, standOf, type Ticking } from '../clocks.ts'
import { vendorText } from '../messages.ts'
import type { Incident, Notice } from '../reading.ts'
import { vendorTabs } from './tabs.tsx'

type Props = {
  scope: Scope
  incidents: readonly Incident[]
  notices: readonly Notice[]
  mayManage: boolean
  /** A notice as it was sent, when something was wrong with it. */
  wrong?: { incident: string; clock: string; error: string }
}

const place = '/rollout/contracts/incidents'

/** Incidents with their clocks: who must know, until when, and who knows already. */
export const IncidentsPage = (page: Props) => {
  const { locale } = page.scope
  const t = vendorText(locale).incident
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        tabs={vendorTabs(locale, 'incidents')}
        actions={
          page.mayManage && (
            <LinkButton kind="primary" href={`${place}/new`} icon="plus">
              {t.add}
            </LinkButton>
          )
        }
      />
      <PageBody>
        <p class="hint">{t.text}</p>
        {page.incidents.length === 0 && (
          <Empty icon="shield-check" title={t.empty} text={t.emptyText} />
        )}
        {page.incidents.map((incident) => (
          <IncidentCard {...page} incident={incident} />
        ))}
      </PageBody>
    </>
  )
}

const IncidentCard = ({ incident, ...page }: Props & { incident: Incident }) => {
  const { locale, company } = page.scope
  const t = vendorText(locale).incident
  const done = new Map(
    page.notices
      .filter(({ incidentId }) => incidentId === incident.id)
      .toReversed()
      .map(({ clock, at }) => [clock, at]),
  )
  const clocks = clocksOf(incident, done)
  const facts = [
    printChoice(incident.kind, incidentKinds, locale),
    incident.vendor,
    formatMoment(locale, company.timeZone, incident.detectedAt),
    incident.actions,
  ]
  return (
    <Card
      title={incident.title}
      testId="incident"
      actions={
        page.mayManage && (
          <LinkButton href={`${place}/${incident.id}/edit`} icon="pencil" small>
            {flagsText(locale).register.edit}
          </LinkButton>
        )
      }
    >
      <p>
        <Pill
          text={incident.closedAt ? t.settled : t.open}
          tone={incident.closedAt ? 'green' : 'red'}
        />{' '}
        <span class="hint">{facts.filter(Boolean).join(' · ')}</span>
      </p>
      {clocks.length === 0 && <p class="hint">{t.nothing}</p>}
      <ul class="clocks">
        {clocks.map((ticking) => (
          <ClockLine {...page} incident={incident} ticking={ticking} />
        ))}
      </ul>
    </Card>
  )
}

const tones: Record<ReturnType<typeof standOf>, Tone> = {
  done: 'green',
  late: 'orange',
  running: 'blue',
  overdue: 'red',
}

const ClockLine = (line: Props & { incident: Incident; ticking: Ticking }) => {
  const { scope, incident, ticking, mayManage, wrong } = line
  const { locale, company } = scope
  const t = vendorText(locale).incident
  const stand = standOf(ticking, scope.now())
  const { clock, due, at, source } = ticking
  const moment = (when: Date) => formatMoment(locale, company.timeZone, when)
  const here = wrong?.incident === incident.id && wrong.clock === clock
  return (
    <li data-testid={`clock-${clock}`}>
      <strong>{t.clocks[clock]}</strong> <Pill text={t.stands[stand]} tone={tones[stand]} />{' '}
      <span class="hint">
        {[
          t.due(moment(due)),
          at ? t.toldAt(moment(at)) : formatAgo(locale, company.timeZone, due, scope.now()),
          source,
        ].join(' · ')}
      </span>
      {mayManage && !at && (
        <details open={here}>
          <summary>{t.tell}</summary>
          <form method="post" action={`${place}/${incident.id}/notices`} class="inline-form">
            <input type="hidden" name="clock" value={clock} />
            <input
              class="input"
              name="note"
              aria-label={t.how}
              placeholder={t.how}
              aria-invalid={here ? 'true' : undefined}
              required
            />
            <Button small>{t.tell}</Button>
          </form>
          {here && <p class="error">{wrong?.error}</p>}
        </details>
      )}
    </li>
  )
}
