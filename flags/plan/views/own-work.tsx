import type { Calendar } from '../../../core/calendar/calendar.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { planText } from '../messages.ts'
import type { WorkItem } from '../work-items.ts'
import { WorkList } from './work-list.tsx'

type Props = { locale: Locale; work: readonly WorkItem[]; calendar: Calendar; today: string }

/** What somebody is to do for the rollout. */
export const OwnWorkPage = ({ locale, work, ...days }: Props) => {
  const t = planText(locale)
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.mine} />
      <PageBody wide>
        {work.length === 0 ? (
          <Empty icon="circle-check" title={t.mineNone} text={t.mineNoneText} />
        ) : (
          <Card flush testId="own-work">
            <WorkList
              {...days}
              locale={locale}
              work={work}
              back="/rollout/plan/mine"
              mayManage={false}
              mayMark
            />
          </Card>
        )}
      </PageBody>
    </>
  )
}
