import { modules } from '../../modules/index.ts'

/** The folders below migrations/ in the order they apply: core, then each module after its needs. */
export const areas: readonly string[] = [
  'core',
  'flags',
  ...modules.filter((module) => module.tables.length > 0).map((module) => module.id),
]
