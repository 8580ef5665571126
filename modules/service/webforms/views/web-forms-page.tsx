import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { mailboxText } from '../../mailboxes/messages.ts'
import { channelTabs } from '../../mailboxes/views/channel-tabs.ts'
import { languageNames } from '../languages.ts'
import { webFormText } from '../messages.ts'
import type { WebForm } from '../web-forms.ts'

const path = '/service/web-forms'

/** All forms of the company, the open ones first. */
export const WebFormsPage = ({ scope, forms }: { scope: Scope; forms: readonly WebForm[] }) => {
  const { locale } = scope
  const t = webFormText(locale)
  const view = viewText(locale)
  const add = (
    <LinkButton kind="primary" icon="plus" href={`${path}/new`} tour="service-web-form-add">
      {t.add}
    </LinkButton>
  )
  return (
    <>
      <PageHead
        t={view.page}
        title={mailboxText(locale).channels}
        tabs={channelTabs(locale, path)}
        actions={forms.length > 0 && add}
      />
      <PageBody wide>
        {forms.length === 0 ? (
          <Empty icon="forms" title={t.empty} text={t.emptyText} action={add} />
        ) : (
          <>
            <p class="hint">{t.intro}</p>
            <Card flush>
              <Table
                t={view.table}
                caption={t.title}
                columns={[
                  { key: 'name', label: t.name, cell: ({ name }) => name },
                  {
                    key: 'language',
                    label: t.language,
                    cell: (one) => languageNames[one.language],
                  },
                  {
                    key: 'state',
                    label: t.state,
                    cell: ({ closedAt }) =>
                      closedAt ? pill(t.states.closed) : pill(t.states.open, 'green'),
                  },
                  {
                    key: 'entries',
                    label: t.sentIn,
                    align: 'end',
                    cell: ({ entries }) => formatNumber(locale, entries),
                  },
                ]}
                rows={forms}
                rowId={({ id }) => id}
                rowName={({ name }) => name}
                rowHref={({ id }) => `${path}/${id}`}
              />
            </Card>
          </>
        )}
      </PageBody>
    </>
  )
}
