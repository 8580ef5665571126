import type { Report as ReportOf } from '../../../core/reports/part.ts'
import type { ReportState } from './state.ts'

/** One report of sales, which may be narrowed to a pipeline. */
export type Report = ReportOf<ReportState>
