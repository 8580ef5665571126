import type { Locale } from '../../../core/i18n/locale.ts'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { planText } from '../messages.ts'
import type { ItemOutlook } from '../slip.ts'
import type { WorkItem } from '../work-items.ts'
import { WorkList } from './work-list.tsx'

type Props = {
  locale: Locale
  work: readonly WorkItem[]
  outlook: ReadonlyMap<string, ItemOutlook>
}

/** What somebody is to do for the rollout. */
export const OwnWorkPage = ({ locale, work, outlook }: Props) => {
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
              outlook={outlook}
              locale={locale}
              work={work}
              back="/rollout/plan/mine"
              mayMark
            />
          </Card>
        )}
      </PageBody>
    </>
  )
}
