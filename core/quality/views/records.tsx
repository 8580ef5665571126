import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Head } from '../../../views/head.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { formatNumber } from '../../i18n/format.ts'
import type { Locale } from '../../i18n/locale.ts'
import { listed } from '../../i18n/punctuation.ts'
import type { Page } from '../../records/paging.ts'
import { dimensions, shareOf } from '../formula.ts'
import { qualityText } from '../messages.ts'
import type { BadRecord, Measured } from '../reading.ts'
import { formatShare, ruleLabel, sayFault } from '../wording.ts'

type Props = {
  locale: Locale
  one: Measured
  /** The rule whose records are shown; the worst ones without it. */
  rule?: string
  /** Undefined when the module is off for the reader. */
  page?: Page<BadRecord>
  mayFix: boolean
}

/** What one index is made of, rule by rule, and the records behind it. */
export const QualityRecordsPage = (props: Props) => {
  const { locale, one, rule } = props
  const t = qualityText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={rule ? t.behind(ruleLabel(locale, one.quality, rule)) : one.quality.title[locale]}
        trail={[{ href: '/rollout/data-quality', label: t.title }]}
      />
      <PageBody wide>
        <div class="stack">
          {!rule && <Rules locale={locale} one={one} />}
          <Card title={rule ? undefined : t.worst} flush testId="bad-records">
            {!rule && <p class="card-note hint">{t.worstText}</p>}
            <Records {...props} />
          </Card>
        </div>
      </PageBody>
    </>
  )
}

const hrefOf = ({ quality }: Measured): string =>
  `/rollout/data-quality/records?object=${quality.object}`

const Rules = ({ locale, one }: Pick<Props, 'locale' | 'one'>) => {
  const t = qualityText(locale)
  const count = (value: number) => formatNumber(locale, value)
  return (
    <>
      {[...dimensions, 'privacy' as const].map((dimension) => {
        const keys = Object.keys(one.shares).filter((key) => key.startsWith(`${dimension}.`))
        if (keys.length === 0) return null
        return (
          <section id={dimension}>
            <h2>{dimension === 'privacy' ? t.privacy : t.dimensions[dimension]}</h2>
            <table class="counts">
              <Head columns={[t.rule, t.right, t.wrong]} />
              <tbody>
                {keys.map((key) => {
                  const { good, of } = one.shares[key] ?? { good: 0, of: 0 }
                  const share = shareOf({ good, of })
                  return (
                    <tr>
                      <th scope="row">{ruleLabel(locale, one.quality, key)}</th>
                      <td>{share === null ? t.noneToJudge : formatShare(locale, share)}</td>
                      <td>
                        {of > good ? (
                          <a href={`${hrefOf(one)}&rule=${key}`}>{count(of - good)}</a>
                        ) : (
                          count(0)
                        )}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </section>
        )
      })}
    </>
  )
}

const Records = ({ locale, one, rule, page, mayFix }: Props) => {
  const t = qualityText(locale)
  if (!page) return <p class="card-note">{t.openModule}</p>
  if (page.rows.length === 0) return <p class="card-note">{rule ? t.behindNone : t.worstNone}</p>
  const { quality } = one
  const say = (key: string) => sayFault(locale, quality, key)
  return (
    <>
      <ul class="bad-records">
        {page.rows.map(({ id, name, faults }) => (
          <li data-testid="row">
            <a href={`${quality.href}/${id}`}>{name}</a>
            <span class="hint">{listed(locale, faults.map(say))}</span>
            {mayFix && (
              <LinkButton href={`${quality.href}/${id}/edit`} icon="pencil" small>
                {t.fix}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      {page.after && (
        <p class="card-note">
          <a href={`${hrefOf(one)}${rule ? `&rule=${rule}` : ''}&after=${page.after}`}>{t.next}</a>
        </p>
      )}
    </>
  )
}
