import type { Member } from '../../../core/access/members.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { pill } from '../../../views/pill.tsx'
import { broughtText } from '../messages.ts'
import { type Feature, sayDependencies, sayStrategies, sayVariants } from '../strategies.ts'

type Props = {
  locale: Locale
  feature: Feature
  members: readonly Member[]
  /** Whom it is asked for; empty before somebody is. */
  person: string
  answer: { on: boolean; sentence: string; variant: string | undefined } | undefined
}

/** One imported flag: its rules in words, and whether it is on for somebody, with the rule that decides. */
export const FlagPage = ({ locale, feature, ...asked }: Props) => {
  const t = broughtText(locale)
  const { name, enabled, description } = feature
  const rules = sayStrategies(locale, feature)
  const variants = sayVariants(locale, feature)
  const needs = sayDependencies(locale, feature)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={name}
        note={enabled ? pill(t.on, 'green') : pill(t.off)}
        trail={[{ href: '/admin/flags', label: t.title }]}
      />
      <PageBody>
        <div class="stack">
          {typeof description === 'string' && description !== '' && <p dir="auto">{description}</p>}
          <Card title={t.rules} testId="rules">
            {rules.length > 1 && <p class="hint">{t.anyOf}</p>}
            <Lines lines={rules} />
          </Card>
          {needs.length > 0 && (
            <Card title={t.depends} testId="needs">
              <Lines lines={needs} />
            </Card>
          )}
          {variants.length > 0 && (
            <Card title={t.variants} testId="variants">
              <Lines lines={variants} />
            </Card>
          )}
          <Explain locale={locale} name={name} {...asked} />
        </div>
      </PageBody>
    </>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)

type ExplainProps = Pick<Props, 'locale' | 'members' | 'person' | 'answer'> & { name: string }

const Explain = ({ locale, name, members, person, answer }: ExplainProps) => {
  const t = broughtText(locale)
  return (
    <Card title={t.explain} testId="explain">
      <form method="get" action="/admin/flags" class="form">
        <input type="hidden" name="flag" value={name} />
        <Field
          t={viewText(locale).form}
          kind="person"
          name="person"
          label={t.person}
          value={person}
          options={members.map((member) => ({ value: member.id, label: member.name }))}
          none={t.choosePerson}
        />
        <div class="actions">
          <Button>{t.ask}</Button>
        </div>
      </form>
      {answer && (
        <p data-testid="answer">
          {answer.sentence} {answer.variant && t.answerVariant(answer.variant)}
        </p>
      )}
    </Card>
  )
}
