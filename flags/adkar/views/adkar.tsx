import type { Department } from '../../../core/access/department-tree.ts'
import type { Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { Empty } from '../../../views/empty.tsx'
import type { FieldErrors } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Rounds } from '../../surveys/rounds.ts'
import { OpenForm, OpenRound, RoundTabs } from '../../surveys/views/rounds.tsx'
import type { Adkar } from '../formula.ts'
import { adkarText } from '../messages.ts'
import type { Closed } from '../reading.ts'
import { Results } from './results.tsx'
import { peopleTabs } from './tabs.ts'

export type AdkarProps = {
  scope: Scope
  rounds: Rounds
  closed: Closed | undefined
  trend: readonly { closedAt: Date; found: Adkar | undefined }[]
  departments: readonly Department[]
  raw: Raw
  errors?: FieldErrors
  once: string
  mayManage: boolean
}

const place = '/rollout/people'

/** How people stand to the change: the round that is open, and what the last one said. */
export const AdkarPage = (props: AdkarProps) => {
  const { scope, rounds, closed, raw, errors, once, mayManage } = props
  const { locale, company } = scope
  const t = adkarText(locale)
  const { open } = rounds
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.title} tabs={peopleTabs(locale, 'adkar')} />
      <PageBody wide>
        <div class="stack">
          <OpenRound {...{ locale, place, rounds, mayManage }} />
          <RoundTabs {...{ locale, timeZone: company.timeZone, place, rounds }} />
          {!open && !closed && (
            <Empty icon="checklist" title={t.none} text={mayManage ? t.noneText : t.noneReader} />
          )}
          {closed && <Results {...props} closed={closed} />}
          {!open && mayManage && <OpenForm {...{ locale, place, raw, errors, once }} />}
          <p class="hint">{t.about}</p>
        </div>
      </PageBody>
    </>
  )
}
