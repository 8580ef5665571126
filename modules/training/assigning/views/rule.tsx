import { roleWords } from '../../../../core/access/roles.ts'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import { formatNumber } from '../../../../core/i18n/format.ts'
import { roles as allRoles } from '../../../../core/module.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { sayIn } from '../../courses/content.ts'
import type { Effect } from '../applying.ts'
import { assigningText } from '../messages.ts'
import type { RuleChoices } from '../rule-form.ts'

type Props = {
  scope: Scope
  choices: RuleChoices
  raw: Raw
  roles?: readonly string[]
  departments?: readonly string[]
  errors?: Errors
  effect?: Effect
  once: string
}

/** The form of a rule; asked whom it reaches, it says so and can then be saved. */
export const RulePage = ({ scope, errors, effect, once, ...rest }: Props) => {
  const { locale } = scope
  const t = assigningText(locale)
  const view = viewText(locale)
  return (
    <>
      <PageHead t={view.page} title={t.add} trail={[{ href: '/training/rules', label: t.title }]} />
      <PageBody>
        <Form
          t={view.form}
          action="/training/rules"
          errors={errors}
          once={once}
          submit={t.preview}
          cancelHref="/training/rules"
          plain
          extraActions={
            effect && (
              <Button kind="primary" name="save" value="yes" testId="save-rule">
                {t.save}
              </Button>
            )
          }
          testId="rule-form"
        >
          <RuleFields {...{ scope, errors, ...rest }} />
          {effect && <EffectCard scope={scope} effect={effect} stage={rest.raw.stage} />}
        </Form>
      </PageBody>
    </>
  )
}

type EffectProps = { scope: Scope; effect: Effect; stage: string | undefined }

const EffectCard = ({ scope, effect, stage }: EffectProps) => {
  const t = assigningText(scope.locale)
  const number = (count: number) => formatNumber(scope.locale, count)
  return (
    <Card testId="effect">
      <p role="status">
        {t.effect(number(effect.gets), number(effect.valid), [
          ...(effect.underWay > 0 ? [t.underWay(number(effect.underWay))] : []),
          ...(effect.waived > 0 ? [t.waived(number(effect.waived))] : []),
        ])}
      </p>
      <p class="hint">{t.reaches(number(effect.people))}</p>
      {stage && <p class="hint">{t.later}</p>}
    </Card>
  )
}

type FieldsProps = Pick<Props, 'scope' | 'choices' | 'raw' | 'roles' | 'departments' | 'errors'>

const RuleFields = ({ scope, choices, raw, roles, departments, errors = {} }: FieldsProps) => {
  const { locale } = scope
  const t = assigningText(locale)
  const form = { t: viewText(locale).form }
  return (
    <>
      <Field
        {...form}
        kind="select"
        name="what"
        label={t.what}
        none={t.choose}
        value={raw.what}
        options={choices.what.map(({ id, kind, code, titles }) => ({
          value: id,
          label: `${kind === 'path' ? t.paths : t.course} · ${code} ${sayIn(locale, titles)}`,
        }))}
        error={errors.what}
        required
      />
      <Field
        {...form}
        kind="choices"
        name="roles"
        label={t.roles}
        hint={t.rolesHint}
        values={roles ?? []}
        options={allRoles.map((role) => ({ value: role, label: roleWords[role].title[locale] }))}
      />
      <Field
        {...form}
        kind="choices"
        name="departments"
        label={t.departments}
        hint={t.departmentsHint}
        values={departments ?? []}
        options={choices.departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {choices.stages.length > 0 && (
        <Field
          {...form}
          kind="select"
          name="stage"
          label={t.stage}
          none={t.noStage}
          value={raw.stage}
          options={choices.stages.map(({ code, title }) => ({
            value: code,
            label: `${code} ${title}`,
          }))}
        />
      )}
      <Field
        {...form}
        kind="number"
        name="dueDays"
        label={t.dueDays}
        hint={t.dueDaysHint}
        value={raw.dueDays}
        error={errors.dueDays}
      />
      <Field
        {...form}
        kind="date"
        name="dueOn"
        label={t.dueOn}
        value={raw.dueOn}
        error={errors.dueOn}
      />
      <Field
        {...form}
        kind="checkbox"
        name="mandatory"
        label={t.mandatory}
        hint={t.mandatoryHint}
        checked={raw.mandatory === 'on'}
      />
    </>
  )
}
