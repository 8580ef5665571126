import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { statesText } from '../../states/messages.ts'
import type { Category } from '../../states/state-types.ts'
import { priorities } from '../../tickets/choices.ts'
import { type Chosen, pausable, promises } from '../form.ts'
import { policiesText } from '../messages.ts'
import type { Policy } from '../reading.ts'
import { policiesPlace } from './policies-page.tsx'

type Props = {
  scope: Scope
  /** The one that is changed; left out for a new one. */
  policy?: Policy
  raw: Raw
  chosen: Chosen
  errors: Errors
  categories: readonly Category[]
  once?: string
}

/** Which tickets a policy holds for, and what it promises. */
export const PolicyForm = ({ scope, policy, raw, chosen, errors, categories, once }: Props) => {
  const { locale } = scope
  const view = viewText(locale)
  const t = policiesText(locale)
  const action = policy ? `${policiesPlace}/${policy.id}` : policiesPlace
  const field = (
    name: 'name' | 'position' | 'levels' | 'warnPercent' | (typeof promises)[number],
  ) => ({
    ...{ t: view.form, name, label: t[name], value: raw[name], error: errors[name] },
  })
  const several = (name: keyof Chosen, options: readonly { value: string; label: string }[]) => (
    <Field
      t={view.form}
      kind="choices"
      name={name}
      label={t[name]}
      values={chosen[name]}
      options={options}
    />
  )
  return (
    <>
      <PageHead
        t={view.page}
        title={policy ? policy.name : t.add}
        trail={[{ href: policiesPlace, label: t.title }]}
        actions={
          policy && (
            <form method="post" action={`${action}/retire`}>
              <Button icon="archive">{t.retire}</Button>
            </form>
          )
        }
      />
      <PageBody>
        <Form
          t={view.form}
          action={action}
          errors={errors}
          version={policy?.version}
          once={once}
          cancelHref={policiesPlace}
          testId="policy-form"
        >
          <Field {...field('name')} kind="text" required />
          <FieldGroup label={t.times}>
            <p class="hint">{t.timesHint}</p>
            {promises.map((name) => (
              <Field {...field(name)} kind="number" unit={t.hours} />
            ))}
          </FieldGroup>
          <FieldGroup label={t.fits}>
            <p class="hint">{t.fitsHint}</p>
            {several(
              'priorities',
              priorities.map(({ key, label }) => ({ value: key, label: label[locale] })),
            )}
            <Field {...field('levels')} kind="text" hint={t.levelsHint} />
            {several(
              'categories',
              categories.map(({ id, name }) => ({ value: id, label: name })),
            )}
            <Field {...field('position')} kind="number" hint={t.positionHint} />
          </FieldGroup>
          {several(
            'pauses',
            pausable.map((value) => ({ value, label: statesText(locale).types[value] })),
          )}
          <Field {...field('warnPercent')} kind="number" unit={t.percent} hint={t.warnHint} />
          <Field
            t={view.form}
            kind="checkbox"
            name="escalates"
            value="1"
            label={t.escalates}
            checked={raw.escalates === '1'}
          />
        </Form>
      </PageBody>
    </>
  )
}
