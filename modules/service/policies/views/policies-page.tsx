import type { Scope } from '../../../../core/scope.ts'
import { printChoice } from '../../../../core/values/choice.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody } from '../../../../views/page.tsx'
import { Table } from '../../../../views/table.tsx'
import { sayMinutes } from '../../clocks/duration.ts'
import { RulesHead } from '../../clocks/views/rules-head.tsx'
import type { Category } from '../../states/state-types.ts'
import { priorities } from '../../tickets/choices.ts'
import { policiesText } from '../messages.ts'
import type { Policy } from '../reading.ts'

type Props = { scope: Scope; policies: readonly Policy[]; categories: readonly Category[] }

export const policiesPlace = '/service/policies'

/** What is promised to customers, in the order in which it is tried. */
export const PoliciesPage = ({ scope, policies, categories }: Props) => {
  const { locale } = scope
  const view = viewText(locale)
  const t = policiesText(locale)
  const add = (
    <LinkButton kind="primary" href={`${policiesPlace}/new`} icon="plus" tour="new-policy">
      {t.add}
    </LinkButton>
  )
  const list = (words: readonly string[]) =>
    words.length > 0 ? new Intl.ListFormat(locale).format(words) : t.all
  const time = (minutes: number | null) => (minutes === null ? t.none : sayMinutes(locale, minutes))
  return (
    <>
      <RulesHead scope={scope} here="policies" action={policies.length > 0 && add} />
      <PageBody wide>
        {policies.length > 0 ? (
          <>
            <p class="hint">{t.about}</p>
            <Table
              t={view.table}
              caption={t.caption}
              rows={policies}
              rowId={({ id }) => id}
              rowName={({ name }) => name}
              rowHref={({ id }) => `${policiesPlace}/${id}`}
              columns={[
                { key: 'name', label: t.name, cell: ({ name }) => name },
                {
                  ...{ key: 'priorities', label: t.priorities },
                  cell: (one) =>
                    list(one.priorities.map((key) => printChoice(key, priorities, locale))),
                },
                { key: 'levels', label: t.levels, cell: ({ levels }) => list(levels) },
                {
                  ...{ key: 'categories', label: t.categories },
                  cell: ({ categoryIds }) =>
                    list(
                      categories.flatMap(({ id, name }) => (categoryIds.includes(id) ? name : [])),
                    ),
                },
                { key: 'first', label: t.first, cell: (one) => time(one.firstMinutes) },
                { key: 'next', label: t.next, cell: (one) => time(one.nextMinutes) },
                { key: 'solve', label: t.solve, cell: (one) => time(one.solveMinutes) },
              ]}
            />
          </>
        ) : (
          <Empty
            icon="clock"
            title={t.empty}
            text={t.emptyText}
            action={
              <>
                <form method="post" action={`${policiesPlace}/usual`}>
                  <Button kind="primary">{t.usual}</Button>
                </form>
                {add}
              </>
            }
          />
        )}
      </PageBody>
    </>
  )
}
