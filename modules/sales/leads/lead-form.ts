import { type ReadFields, readFields } from '../../../core/fields/forms.ts'
import type { Raw } from '../../../core/http/form.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import type { Scope } from '../../../core/scope.ts'
import { leadKind } from './kind.ts'
import type { LeadRecord } from './lead-record.ts'
import type { LeadInput } from './leads.ts'

/** Reads a lead's form. */
export const readLeadForm = (scope: Scope, raw: Raw, old?: LeadRecord): ReadFields<LeadInput> =>
  readFields<LeadInput>(scope, fieldsOf(scope, leadKind), raw, old?.values)
