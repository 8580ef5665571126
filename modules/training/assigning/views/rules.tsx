import { roleWords } from '../../../../core/access/roles.ts'
import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Confirm } from '../../../../views/confirm.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { sayIn } from '../../courses/content.ts'
import { assigningText } from '../messages.ts'
import type { RuleChoices } from '../rule-form.ts'
import type { Listed } from '../rule-list.ts'

type Props = { scope: Scope; rules: readonly Listed[]; choices: RuleChoices }

/** What is assigned to whom, and how much of it is still open. */
export const RulesPage = ({ scope, rules, choices }: Props) => {
  const t = assigningText(scope.locale)
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.title}
        actions={
          <LinkButton kind="primary" icon="plus" href="/training/rules/new">
            {t.add}
          </LinkButton>
        }
      />
      <PageBody>
        {rules.length === 0 ? (
          <Empty icon="list-check" title={t.empty} text={t.emptyText} />
        ) : (
          <ul class="courses" data-testid="rules">
            {rules.map((rule) => (
              <RuleItem {...{ scope, rule, choices }} />
            ))}
          </ul>
        )}
      </PageBody>
    </>
  )
}

const RuleItem = ({ scope, rule, choices }: Omit<Props, 'rules'> & { rule: Listed }) => {
  const { locale } = scope
  const t = assigningText(locale)
  const view = viewText(locale)
  const number = (count: number) => formatNumber(locale, count)
  const names = [
    ...rule.roles.map((role) => roleWords[role].title[locale]),
    ...choices.departments
      .filter(({ id }) => rule.departmentIds.includes(id))
      .map(({ name }) => name),
  ]
  const due =
    rule.dueDays !== null
      ? t.days(number(rule.dueDays))
      : rule.dueOn
        ? printDate(rule.dueOn, locale)
        : t.noDue
  const facts = [
    t.fact(t.for, names.length > 0 ? names.join(locale === 'en' ? ', ' : '、') : t.everybody),
    t.fact(t.due, due),
    rule.stage && t.fact(t.stage, rule.stage),
    rule.mandatory && t.mandatory,
  ]
  return (
    <li>
      <div class="what">
        <span>
          {rule.code} {sayIn(locale, rule.what)}
        </span>
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </div>
      {rule.effect && (
        <small>{t.standing(number(rule.effect.open), number(rule.effect.late))}</small>
      )}
      {rule.endedAt ? (
        <Pill text={t.ended} />
      ) : (
        <Confirm
          t={view.confirm}
          id={`end-${rule.id}`}
          trigger={{ label: t.end, small: true, kind: 'quiet' }}
          title={t.endTitle}
          text={t.endText}
          action={`/training/rules/${rule.id}/end`}
          submit={t.end}
        />
      )}
    </li>
  )
}
