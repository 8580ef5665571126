import type { Search } from '../../../core/module.ts'
import { searchText } from '../../../core/values/names.ts'
import { pipelinesFor } from './reading.ts'
import { liveStages } from './stages.ts'

/** Pipelines by their names and those of their stages: they are few, and read whole. */
export const findPipelines: Search['find'] = async (scope, query, limit) => {
  const wanted = searchText(query)
  const hits = (await pipelinesFor(scope)).map((pipeline) => ({
    pipeline,
    stages: liveStages(pipeline).map(({ name }) => name),
  }))
  return hits
    .filter(({ pipeline, stages }) =>
      [pipeline.name, ...stages].some((name) => searchText(name).includes(wanted)),
    )
    .slice(0, limit)
    .map(({ pipeline, stages }) => ({
      title: pipeline.name,
      detail: stages.join(' → '),
      href: `/sales/pipelines/${pipeline.id}`,
      icon: 'layout-kanban',
    }))
}
