import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { isMacro, type Macro } from '../macros.ts'
import { macroText } from '../messages.ts'

type Row = Macro & { keeps: boolean }

const place = '/service/macros'

/** All that somebody can answer with; those they keep lead to their form. */
export const MacrosPage = ({ scope, macros }: { scope: Scope; macros: readonly Row[] }) => {
  const view = viewText(scope.locale)
  const t = macroText(scope.locale)
  const add = (
    <LinkButton kind="primary" href={`${place}/new`} icon="plus" tour="new-macro">
      {t.add}
    </LinkButton>
  )
  const kept = macros.filter(({ keeps }) => keeps)
  const others = macros.filter(({ keeps }) => !keeps)
  return (
    <>
      <PageHead t={view.page} title={t.title} actions={macros.length > 0 && add} />
      <PageBody wide>
        {macros.length === 0 && (
          <Empty icon="message" title={t.empty} text={t.emptyText} action={add} />
        )}
        {kept.length > 0 && <Rows scope={scope} macros={kept} leads />}
        {others.length > 0 && <Rows scope={scope} macros={others} />}
      </PageBody>
    </>
  )
}

type RowsProps = { scope: Scope; macros: readonly Row[]; leads?: boolean }

const Rows = ({ scope, macros, leads }: RowsProps) => {
  const t = macroText(scope.locale)
  const who = ({ ownerId, department }: Row) => {
    if (ownerId) return t.mine
    return department ? t.department(department) : t.everybody
  }
  return (
    <Card flush>
      <Table
        t={viewText(scope.locale).table}
        caption={t.caption}
        rows={macros}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={leads ? ({ id }) => `${place}/${id}` : undefined}
        columns={[
          { key: 'name', label: t.name, cell: ({ name }) => name },
          {
            key: 'kind',
            label: t.one,
            cell: (row) => (isMacro(row) ? pill(t.macro, 'violet') : pill(t.reply)),
          },
          { key: 'text', label: t.text, quiet: true, cell: ({ text }) => beginning(text) },
          { key: 'who', label: t.who, quiet: true, cell: who },
        ]}
      />
    </Card>
  )
}

/** How a text begins, for a list. */
const beginning = (text: string): string => {
  const signs = [...text.replaceAll(/\s+/g, ' ')]
  return signs.length > 60 ? `${signs.slice(0, 60).join('')}…` : signs.join('')
}
