import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pipelinesText } from '../messages.ts'
import { categories, needKeys, type Pipeline, type Stage, stageKinds } from '../stages.ts'

type Props = {
  scope: Scope
  pipeline: Pipeline
  stage?: Stage
  action: string
  raw: Raw
  errors?: Errors
  needs: readonly string[]
  leadsTo: readonly string[]
  once?: string
}

/** A deal stage: what it means, and what a deal must bring along. */
export const StageFormPage = ({ scope, pipeline, stage, raw, errors = {}, ...props }: Props) => {
  const view = viewText(scope.locale)
  const all = pipelinesText(scope.locale)
  const t = all.stage
  const place = `/sales/pipelines/${pipeline.id}`
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  const others = pipeline.stages.filter(({ id, hidden }) => id !== stage?.id && !hidden)
  return (
    <>
      <PageHead
        t={view.page}
        title={stage ? t.edit : t.add}
        trail={[
          { href: '/sales/pipelines', label: all.title },
          { href: place, label: pipeline.name },
        ]}
      />
      <PageBody>
        <Form
          t={view.form}
          action={props.action}
          errors={errors}
          once={props.once}
          cancelHref={place}
          testId="stage-form"
        >
          <Field {...field('name')} kind="text" label={all.name} required />
          <Field
            {...field('kind')}
            kind="radio"
            label={t.kind}
            options={stageKinds.map((value) => ({ value, label: t.kinds[value] }))}
          />
          <Field {...field('probability')} kind="number" label={t.probability} unit="%" required />
          <Field
            {...field('category')}
            kind="select"
            label={t.category}
            options={categories.map((value) => ({ value, label: t.categories[value] }))}
          />
          <Field
            {...field('stalledDays')}
            kind="number"
            label={t.stalledDays}
            hint={t.stalledHint}
          />
          <Field
            t={view.form}
            kind="choices"
            name="needs"
            label={t.needs}
            values={props.needs}
            options={needKeys.map((value) => ({ value, label: t.need[value] }))}
          />
          <Field
            t={view.form}
            kind="choices"
            name="leadsTo"
            label={t.leadsTo}
            hint={t.leadsToHint}
            values={props.leadsTo}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field {...field('evidence')} kind="text" label={t.evidence} hint={t.evidenceHint} />
        </Form>
      </PageBody>
    </>
  )
}
