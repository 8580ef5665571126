import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { labelled } from '../../../../core/i18n/punctuation.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { duplicatesText } from '../../duplicates/messages.ts'
import { queueHref } from '../../duplicates/views/queue-tabs.ts'
import type { CompareRow, Comparison } from '../comparing.ts'
import { mergeables } from '../mergeable.ts'

type Props = { scope: Scope; comparison: Comparison; once: string; error?: string }
type Side = 'a' | 'b'

/** Two records side by side: which of them stays, and what it keeps of each. */
export const ComparePage = ({ scope, comparison, once, error }: Props) => {
  const { list, a, b, winner, rows, agree, counts } = comparison
  const { kind } = mergeables[list]
  const t = duplicatesText(scope.locale)
  const names = { a: a.values.name, b: b.values.name }
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.compare.title}
        trail={[{ href: queueHref(kind), label: t.title }]}
      />
      <PageBody wide>
        <form method="post" action="/contacts/duplicates/merge" class="diff" data-testid="compare">
          {error && (
            <p class="warning" role="alert">
              {error}
            </p>
          )}
          <p>{t.compare.explain}</p>
          <Hidden values={{ kind: list, a: a.id, b: b.id, _once: once }} />
          <Hidden values={{ versionA: String(a.version), versionB: String(b.version) }} />
          <table>
            <thead>
              <tr>
                <th scope="col">{viewText(scope.locale).diff.field}</th>
                {(['a', 'b'] as const).map((side) => (
                  <th scope="col">
                    <a href={`${kind.href}/${comparison[side].id}`}>{names[side]}</a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Choice
                row={{ name: 'winner', label: t.compare.keep, ...names, usual: winner }}
                names={names}
                say={(_, name) => t.compare.keeps(name)}
                empty={t.compare.empty}
                locale={scope.locale}
              />
              {rows.map((row) => (
                <Choice
                  row={{ ...row, name: `field.${row.name}` }}
                  names={names}
                  say={t.compare.takes}
                  empty={t.compare.empty}
                  locale={scope.locale}
                />
              ))}
              {counts.map((count) => (
                <tr>
                  <th scope="row">{count.label}</th>
                  <td data-side={names.a}>{formatNumber(scope.locale, count.a)}</td>
                  <td data-side={names.b}>{formatNumber(scope.locale, count.b)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {agree > 0 && <p class="hint">{t.compare.agree(agree)}</p>}
          <div class="actions">
            <Button kind="primary" icon="arrow-merge">
              {t.compare.merge}
            </Button>
            <a class="btn btn-ghost" href={queueHref(kind)}>
              {viewText(scope.locale).form.cancel}
            </a>
          </div>
        </form>
      </PageBody>
    </>
  )
}

const Hidden = ({ values }: { values: Readonly<Record<string, string>> }) => (
  <>
    {Object.entries(values).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

type ChoiceProps = {
  locale: Locale
  row: CompareRow
  names: Record<Side, string>
  say: (field: string, name: string) => string
  empty: string
}

const Choice = ({ locale, row, names, say, empty }: ChoiceProps) => (
  <tr>
    <th scope="row">{row.label}</th>
    {(['a', 'b'] as const).map((side) => (
      <td data-side={names[side]}>
        <label class="check-line">
          <input
            type="radio"
            class="radio"
            name={row.name}
            value={side}
            checked={row.usual === side}
            aria-label={labelled(locale, say(row.label, names[side]), row[side])}
          />
          {row[side] || <span class="nothing">{empty}</span>}
        </label>
      </td>
    ))}
  </tr>
)
