import type { Scope } from '../../../../core/scope.ts'
import { printChoice } from '../../../../core/values/choice.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
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
  const promised = (one: Policy) =>
    [
      [t.first, one.firstMinutes] as const,
      [t.next, one.nextMinutes] as const,
      [t.solve, one.solveMinutes] as const,
    ]
      .flatMap(([label, minutes]) =>
        minutes === null ? [] : t.within(label, sayMinutes(locale, minutes)),
      )
      .join(' · ')
  return (
    <>
      <RulesHead scope={scope} here="policies" action={policies.length > 0 && add} />
      <PageBody wide>
        {policies.length > 0 ? (
          <>
            <p class="hint">{t.about}</p>
            <Card flush>
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
                  {
                    key: 'levels',
                    label: t.levels,
                    hideOnPhone: true,
                    cell: ({ levels }) => list(levels),
                  },
                  {
                    ...{ key: 'categories', label: t.categories, hideOnPhone: true },
                    cell: ({ categoryIds }) =>
                      list(
                        categories.flatMap(({ id, name }) =>
                          categoryIds.includes(id) ? name : [],
                        ),
                      ),
                  },
                  { key: 'promised', label: t.promised, cell: promised },
                ]}
              />
            </Card>
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
