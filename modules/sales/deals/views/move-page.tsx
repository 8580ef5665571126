import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Field, type Option } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { liveStages, mayFollow, type Pipeline, type Stage } from '../../pipelines/stages.ts'
import type { LossReason } from '../../pipelines/usual.ts'
import { type DealRecord, whatIsThere } from '../deal-record.ts'
import { dealKind } from '../kind.ts'
import { dealsText } from '../messages.ts'

type Props = {
  scope: Scope
  deal: DealRecord
  /** Where it stands. */
  from: Stage | undefined
  pipelines: readonly Pipeline[]
  reasons: readonly LossReason[]
  raw: Raw
  errors?: Errors
}

/** Where a deal goes next, and what whoever moves it has to say. */
export const MovePage = ({ scope, deal, from, pipelines, reasons, raw, errors = {} }: Props) => {
  const view = viewText(scope.locale)
  const t = dealsText(scope.locale)
  const href = `${dealKind.href}/${deal.id}`
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  const chosen = pipelines.flatMap(({ stages }) => stages).find(({ id }) => id === raw.stage)
  // Without scripts nobody knows what will be chosen: then all that could be asked is asked.
  const asks = (wanted: (stage: Stage) => boolean): boolean =>
    chosen ? wanted(chosen) : pipelines.some((one) => liveStages(one).some(wanted))
  const evidence = chosen?.evidence
  const there = whatIsThere(deal.values, deal)
  const lacks = chosen?.needs.some((need) => !there[need])
  return (
    <>
      <PageHead
        t={view.page}
        title={t.moveTitle(deal.values.name)}
        trail={[{ href, label: deal.values.name }]}
      />
      <PageBody>
        <p class="hint">
          {t.moveNow(deal.stage.name)} {lacks && <a href={`${href}/edit`}>{t.fillIn}</a>}
        </p>
        <Form
          t={view.form}
          action={`${href}/move`}
          errors={errors}
          hidden={{ from: deal.stageId, ...(raw.back && { back: raw.back }) }}
          submit={t.move}
          cancelHref={href}
          testId="move-form"
        >
          <Field
            {...field('stage')}
            kind="radio"
            label={t.moveTo}
            options={stagesToOffer(pipelines, deal, from)}
          />
          {asks((stage) => stage.evidence !== '') && (
            <Field {...field('evidence')} kind="textarea" label={t.evidence} hint={evidence} />
          )}
          {asks(({ kind }) => kind === 'lost') && (
            <Field
              {...field('reason')}
              kind="select"
              label={t.reason}
              hint={chosen ? undefined : t.reasonHint}
              none=""
              options={reasons.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {asks(({ kind }) => kind !== 'open') && (
            <>
              <Field {...field('closedOn')} kind="date" label={t.closedOn} hint={t.closedHint} />
              <Field {...field('note')} kind="textarea" label={t.note} rows={2} />
            </>
          )}
        </Form>
      </PageBody>
    </>
  )
}

/** Every stage that may follow, with the pipeline's name where there are several. */
const stagesToOffer = (
  pipelines: readonly Pipeline[],
  deal: DealRecord,
  from: Stage | undefined,
): Option[] =>
  pipelines.flatMap((pipeline) =>
    liveStages(pipeline)
      .filter((stage) => stage.id !== deal.stageId && mayFollow(from, stage))
      .map(({ id, name }) => ({
        value: id,
        label: pipeline.id === deal.pipelineId ? name : `${pipeline.name} · ${name}`,
      })),
  )
