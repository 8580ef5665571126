import { printDate } from '../../../core/values/date.ts'
import { Details } from '../../../views/details.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { planText } from '../messages.ts'
import { titleOf } from '../wording.ts'
import { Beside, type BesideProps } from './beside.tsx'

/** A piece of work for those who look at it, or who do it. */
export const ItemFactsPage = (props: Omit<BesideProps, 'others' | 'wrong'>) => {
  const { scope, item } = props
  const { locale } = scope
  const t = planText(locale)
  const view = viewText(locale)
  return (
    <>
      <PageHead t={view.page} title={titleOf(locale, item)} />
      <PageBody>
        <Details
          empty={view.record.empty}
          items={[
            { label: t.stage, value: `${item.stage} ${t.stages[item.stage]}` },
            { label: t.owner, value: item.owner ?? t.nobody },
            { label: t.due, value: printDate(item.dueOn, locale) },
            { label: t.note, value: item.note || null },
          ]}
        />
        <Beside {...props} />
      </PageBody>
    </>
  )
}
