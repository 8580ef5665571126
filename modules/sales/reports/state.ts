import {
  type ReportState as CommonState,
  reportParams as commonParams,
  readReportState as readCommonState,
} from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { pipelinesFor } from '../pipelines/reading.ts'
import type { Pipeline } from '../pipelines/stages.ts'

/** What a report of sales is about, as its address says it. */
export type ReportState = CommonState & {
  pipeline: Pipeline | undefined
  pipelines: readonly Pipeline[]
}

/** Reads a report's address; what makes no sense is left out. */
export async function readReportState(scope: Scope, params: URLSearchParams): Promise<ReportState> {
  const [pipelines, state] = await Promise.all([
    pipelinesFor(scope),
    readCommonState(scope, params),
  ])
  const pipeline = pipelines.find(({ name }) => name === params.get('pipeline'))
  return { ...state, pipeline, pipelines }
}

/** The parameters of a report's address. */
export function reportParams(state: ReportState): URLSearchParams {
  const params = commonParams(state)
  if (state.pipeline) params.set('pipeline', state.pipeline.name)
  return params
}
