import { sql } from 'drizzle-orm'
import type { Scope } from '../../core/scope.ts'
import { printDate } from '../../core/values/date.ts'
import { Card } from '../../views/card.tsx'
import type { Markup } from '../../views/markup.ts'
import { PanelItem } from '../../views/panel.tsx'
import { surveyKinds } from './kinds.ts'
import { surveysText } from './messages.ts'

/** The start page's card of those whom open rounds still ask. */
export async function surveyCard({
  db,
  company,
  user,
  locale,
}: Scope): Promise<Markup | undefined> {
  const asked = await db.execute<{ kind: string; closesOn: string }>(sql`
    select r.kind, r.closes_on::text as "closesOn" from flags.survey_invitations i
    join flags.survey_runs r on r.company_id = i.company_id and r.id = i.run_id
    where i.company_id = ${company.id} and i.user_id = ${user.id} and not i.answered
      and r.closed_at is null order by r.closes_on, r.id`)
  if (asked.length === 0) return undefined
  const t = surveysText(locale)
  return (
    <Card title={t.cardTitle} testId="survey-card">
      {asked.map(({ kind, closesOn }) => {
        const survey = surveyKinds.find((one) => one.kind === kind)
        if (!survey) return null
        return (
          <PanelItem
            href={survey.href}
            title={survey.asks(locale)}
            note={t.cardText(printDate(closesOn, locale))}
          />
        )
      })}
    </Card>
  )
}
