import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { clauseStates } from '../choices.ts'
import type { Clause } from '../clauses.ts'
import { vendorText } from '../messages.ts'
import type { Contract } from '../reading.ts'

type Props = { scope: Scope; contract: Contract; clause: Clause; raw: Raw; errors: Errors }

/** What somebody found of one clause. */
export const CheckPage = ({ scope: { locale }, contract, clause, raw, errors }: Props) => {
  const words = vendorText(locale)
  const t = words.check
  const form = viewText(locale).form
  const back = `/rollout/contracts/${contract.id}`
  const isSelf = contract.role === 'self'
  const texts = [
    ['clause', isSelf ? t.who : t.clause],
    ['page', isSelf ? t.where : t.page],
  ] as const
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={`${clause.item} ${clause.title[locale]}`}
        trail={[
          { href: '/rollout/contracts', label: words.title },
          { href: back, label: contract.vendor },
        ]}
      />
      <PageBody>
        <p class="hint">
          {[words.binding[clause.binding], clause.anchor].filter(Boolean).join(' · ')}
        </p>
        <Form
          t={form}
          action={`${back}/clauses/${clause.item}`}
          errors={errors}
          cancelHref={back}
          testId="clause-form"
        >
          <Field
            t={form}
            kind="radio"
            name="state"
            label={t.state}
            value={raw.state}
            required
            options={clauseStates.map(({ key, label }) => ({ value: key, label: label[locale] }))}
            error={errors.state}
          />
          {texts.map(([name, label]) => (
            <Field
              t={form}
              kind="text"
              name={name}
              label={label}
              value={raw[name]}
              error={errors[name]}
            />
          ))}
          <Field
            t={form}
            kind="textarea"
            name="note"
            label={t.note}
            value={raw.note}
            error={errors.note}
          />
        </Form>
      </PageBody>
    </>
  )
}
