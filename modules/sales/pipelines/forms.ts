import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { parseText } from '../../../core/values/text.ts'
import type { PipelineInput, StageInput } from './changing.ts'
import { pipelinesText } from './messages.ts'
import { categories, needKeys, type Pipeline, type Stage, stageKinds } from './stages.ts'

type All = (name: string) => string[]
type Read<Input> = { input: Input; errors: Errors }

const short = (text: string) => parseText(text, { most: 60 })

export function readPipelineForm(
  scope: Scope,
  raw: Raw,
  all: All,
  known: readonly { id: string }[],
): Read<PipelineInput> {
  const fields = new Fields(raw, scope.locale)
  const name = fields.need('name', pipelinesText(scope.locale).name, short, '')
  const departments = all('departments').filter((id) => known.some((one) => one.id === id))
  return { input: { name, departments: [...new Set(departments)] }, errors: fields.errors }
}

/** Reads a stage's form. What a choice cannot be is taken as its first. */
export function readStageForm(
  scope: Scope,
  raw: Raw,
  all: All,
  pipeline: Pipeline,
  old?: Stage,
): Read<StageInput> {
  const t = pipelinesText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const kind = stageKinds.find((one) => one === raw.kind) ?? old?.kind ?? 'open'
  const percent = (text: string) =>
    parseWhole(text.replace(/[%％]\s*$/, ''), { least: 0, most: 100 })
  const days = (text: string) => parseWhole(text, { least: 1, most: 3_650 })
  const typed = fields.need('probability', t.stage.probability, percent, 0)
  const input: StageInput = {
    name: fields.need('name', t.name, short, ''),
    kind,
    probability: kind === 'won' ? 100 : kind === 'lost' ? 0 : typed,
    category: categories.find((one) => one === raw.category) ?? 'pipeline',
    stalledDays: kind === 'open' ? fields.may('stalledDays', days) : null,
    needs: needKeys.filter((one) => all('needs').includes(one)),
    leadsTo: pipeline.stages.map(({ id }) => id).filter((id) => all('leadsTo').includes(id)),
    evidence: fields.may('evidence', (text) => parseText(text, { most: 300 })) ?? '',
  }
  if (old && old.kind !== kind && isLastOf(pipeline, old)) fields.refuse('kind', t.stage.lastOf)
  return { input, errors: fields.errors }
}

/** Whether a pipeline has no other stage in use of the same kind. */
export const isLastOf = ({ stages }: Pipeline, { id, kind }: Stage): boolean =>
  !stages.some((one) => one.id !== id && one.kind === kind && !one.hidden)

export const rawStage = (stage: Stage): Raw => ({
  name: stage.name,
  kind: stage.kind,
  probability: String(stage.probability),
  category: stage.category,
  stalledDays: stage.stalledDays === null ? '' : String(stage.stalledDays),
  evidence: stage.evidence,
})
