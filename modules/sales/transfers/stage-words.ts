import type { Scope } from '../../../core/scope.ts'
import { plain } from '../../../core/transfer/columns.ts'
import { dealsText } from '../deals/messages.ts'
import { readPipelines, readReasons } from '../pipelines/reading.ts'
import { liveStages, type Pipeline, type Stage } from '../pipelines/stages.ts'
import { usualStageWords } from '../pipelines/usual.ts'
import { salesTransferText } from './messages.ts'

/** The stage a row names, or the first; a sentence when there is none of that name. */
export type StageOf = (row: { stage?: string; pipeline?: string }) => Stage | string
/** The reason a row names; undefined when it is none of the company's. */
export type ReasonOf = (named: string) => string | undefined

/** Reads what stages and reasons a file may name, once per batch. */
export async function readStageWords(
  scope: Scope,
): Promise<{ stageOf: StageOf; reasonOf: ReasonOf; pipelines: readonly Pipeline[] }> {
  const [all, reasons] = await Promise.all([readPipelines(scope), readReasons(scope)])
  const pipelines = all.filter(({ hidden }) => !hidden)
  const known = new Map<string, Stage | string>()
  const stageOf: StageOf = (row) => {
    const key = `${row.pipeline ?? ''}\n${row.stage ?? ''}`
    const found = known.get(key) ?? find(scope, pipelines, row)
    known.set(key, found)
    return found
  }
  const byReason = new Map(reasons.map(({ id, name }) => [plain(name), id]))
  return { stageOf, reasonOf: (named) => byReason.get(plain(named)), pipelines }
}

/** By its own name before what it began as, in the pipeline that is named or else the first that has it. */
function find(
  { locale }: Scope,
  pipelines: readonly Pipeline[],
  { stage, pipeline }: { stage?: string; pipeline?: string },
): Stage | string {
  const t = salesTransferText(locale)
  const among = pipeline
    ? pipelines.filter(({ name }) => plain(name) === plain(pipeline))
    : pipelines
  if (among.length === 0)
    return pipeline ? t.unknownPipeline(pipeline) : dealsText(locale).noPipeline
  const stages = among.flatMap(liveStages)
  const wanted = plain(stage ?? '')
  const found = stage
    ? (stages.find(({ name }) => plain(name) === wanted) ??
      stages.find(({ key }) => key && usualStageWords(key).some((word) => plain(word) === wanted)))
    : stages.find(({ kind }) => kind === 'open')
  return (
    found ??
    t.unknownStage(
      stage ?? '',
      stages.map(({ name }) => name),
    )
  )
}
