import { isAside } from '../../../core/adoption/declared.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { labelled, listed } from '../../../core/i18n/punctuation.ts'
import type { Module } from '../../../core/module.ts'
import { formatIndex, formatShare } from '../../../core/quality/wording.ts'
import type { Scope } from '../../../core/scope.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { Head } from '../../../views/head.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { parts, type Weights } from '../formula.ts'
import { adoptionText } from '../messages.ts'
import type { PersonIndex, Point } from '../reading.ts'
import { chartOf, moduleName } from '../wording.ts'
import { Trend } from './trend.tsx'

type Props = {
  scope: Scope
  title: string
  trail: { href: string; label: string }[]
  /** The page of the department, for its champion. */
  department: string | undefined
  modules: readonly Module[]
  /** By module, `''` for all together; the ones that this person is counted in. */
  indexes: ReadonlyMap<string, PersonIndex>
  weights: Weights
  trend: readonly Point[]
}

/** What is recorded of one person's use, part by part: for themselves, and for who may help them. */
export const PersonPage = (props: Props) => {
  const { scope, title, trail, department, modules, indexes, trend } = props
  const { locale } = scope
  const t = adoptionText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={title}
        trail={trail}
        actions={
          department && (
            <LinkButton href={department} icon="users">
              {t.ownDepartment}
            </LinkButton>
          )
        }
      />
      <PageBody wide>
        <div class="stack">
          {indexes.size === 0 && <Empty icon="gauge" title={t.notYou} text={t.notYouText} />}
          {[...indexes].map(([module, index]) => (
            <Card title={moduleName(scope, modules, module)} testId={`adoption-${module || 'all'}`}>
              <p>
                <strong>{t.of100(formatIndex(locale, index.value))}</strong>{' '}
                <span class="hint">
                  {t.fromParts(String(Object.keys(index.parts).length), String(parts.length))}
                </span>
              </p>
              <PartTable {...props} index={index} />
            </Card>
          ))}
          {trend.length > 1 && (
            <Card title={t.trend}>
              <Trend scope={scope} points={chartOf(scope, trend)} />
            </Card>
          )}
          <WhatCounts {...{ scope, modules, indexes }} />
          <p class="hint">{t.purpose}</p>
        </div>
      </PageBody>
    </>
  )
}

const PartTable = ({ scope, weights, index }: Props & { index: PersonIndex }) => {
  const { locale } = scope
  const t = adoptionText(locale)
  const one = (value: number) => formatNumber(locale, Math.round(value * 10) / 10)
  return (
    <table class="counts parts">
      <Head columns={[t.part, t.value, [t.weight, 'wide-only'], [t.made, 'wide-only']]} />
      <tbody>
        {parts.map((part) => {
          const made = index.parts[part]
          return (
            <tr>
              <th scope="row">{t.parts[part]}</th>
              <td>
                {made ? (
                  <>
                    <meter value={made.share} min={0} max={1} aria-hidden="true"></meter>{' '}
                    {formatShare(locale, made.share)}
                  </>
                ) : (
                  <span class="nothing">{t.unknown}</span>
                )}
              </td>
              <td class="wide-only">{formatShare(locale, weights[part])}</td>
              <td class="hint wide-only">
                {made && `${t.madeOf(one(made.good), one(made.of))} · `}
                {t.explain[part]}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** What is measured aside counts for whoever is measured by it. */
const WhatCounts = ({ scope, modules, indexes }: Pick<Props, 'scope' | 'modules' | 'indexes'>) => {
  const { locale } = scope
  const t = adoptionText(locale)
  const counting = modules.filter((module) => !isAside(module) || indexes.has(module.id))
  return (
    <Card title={t.whatCounts}>
      <ul class="plain">
        {counting.map(({ title, adoption }) => (
          <li>
            {labelled(
              locale,
              title[locale],
              listed(
                locale,
                (adoption?.deeds ?? []).map(({ label }) => label[locale]),
              ),
            )}
          </li>
        ))}
      </ul>
      <p class="hint">{t.notLogins}</p>
    </Card>
  )
}
