import { Confirm } from '../../../views/confirm.tsx'
import { Details } from '../../../views/details.tsx'
import { Head } from '../../../views/head.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { accessText } from '../../access/messages.ts'
import { formatMoment, formatNumber } from '../../i18n/format.ts'
import { listed } from '../../i18n/punctuation.ts'
import type { Scope } from '../../scope.ts'
import { handoverText } from '../messages.ts'
import { numberOf, type Receipt } from '../receipts.ts'

export type Line = { title: string; count: number; names: readonly string[] }
type Props = { scope: Scope; receipt: Receipt; lines: readonly Line[] }

/** The receipt of a hand-over, to be printed and signed. */
export const ReceiptPage = ({ scope, receipt, lines }: Props) => {
  const { locale, company } = scope
  const t = handoverText(locale)
  const view = viewText(locale)
  const { from, to } = receipt
  const party = ({ name, department }: Receipt['from']) =>
    department ? `${name}（${department}）` : name
  return (
    <>
      <PageHead
        t={view.page}
        title={`${t.receipt} ${numberOf(receipt)}`}
        trail={[
          { href: '/admin/people', label: accessText(locale).people.title },
          { href: `/admin/people/${from.id}`, label: from.name },
        ]}
        actions={
          !receipt.undoneAt && (
            <Confirm
              t={view.confirm}
              id="undo"
              trigger={{ label: t.undo, icon: 'arrow-back-up' }}
              title={t.undoTitle}
              text={t.undoText}
              action={`/admin/handovers/${receipt.id}/undo`}
              submit={t.undo}
            />
          )
        }
      />
      <PageBody>
        <div class="stack receipt" data-testid="receipt">
          {receipt.undoneAt && (
            <p class="warning">
              {t.undone(
                formatNumber(locale, receipt.returned ?? 0),
                formatMoment(locale, company.timeZone, receipt.undoneAt),
                receipt.undoneBy ?? t.nobody,
              )}
            </p>
          )}
          <Details
            empty={view.record.empty}
            items={[
              { label: t.number, value: numberOf(receipt) },
              { label: t.from, value: party(from) },
              { label: t.receiver, value: party(to) },
              { label: t.at, value: formatMoment(locale, company.timeZone, receipt.at) },
              { label: t.by, value: receipt.by ?? t.nobody },
              ...(receipt.note ? [{ label: t.remark, value: receipt.note }] : []),
            ]}
          />
          <Counts scope={scope} lines={lines} />
          {lines
            .filter(({ names }) => names.length > 0)
            .map(({ title, count, names }) => (
              <section>
                <h2>{title}</h2>
                <p>
                  {listed(locale, names)}
                  {count > names.length && ` ${t.more(formatNumber(locale, count - names.length))}`}
                </p>
              </section>
            ))}
          <p class="signs">
            {t.signs.split('|').map((sign) => (
              <span>{sign}</span>
            ))}
          </p>
        </div>
      </PageBody>
    </>
  )
}

const Counts = ({ scope: { locale }, lines }: Pick<Props, 'scope' | 'lines'>) => {
  const t = handoverText(locale)
  const sum = lines.reduce((all, { count }) => all + count, 0)
  return (
    <table class="counts">
      <Head columns={[t.what, t.count]} />
      <tbody>
        {lines.map(({ title, count }) => (
          <tr>
            <th scope="row">{title}</th>
            <td>{formatNumber(locale, count)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t.sum}</th>
          <td>{formatNumber(locale, sum)}</td>
        </tr>
      </tbody>
    </table>
  )
}
