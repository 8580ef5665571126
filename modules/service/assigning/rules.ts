import type { Said } from '../by-department/said.ts'
import type { AssignmentRule } from './reading.ts'
import { assignmentRules } from './schema.ts'

/** What somebody says of a rule. */
export type RuleInput = Pick<AssignmentRule, 'departmentId' | 'way' | 'mostOpen'>

/** How new tickets of departments find an owner. */
export const saidRules: Said<RuleInput> = {
  table: assignmentRules,
  object: 'service.assignment-rule',
  fields: ['way', 'mostOpen'],
}
