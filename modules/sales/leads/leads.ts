import { newId } from '../../../core/db/id.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { createRecord, type Saved, saveRecord } from '../../../core/records/saving.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { LeadValues } from './lead-fields.ts'
import { type LeadRecord, leadStorage } from './lead-record.ts'

export type LeadInput = LeadValues & OwnValues

/** Whoever says nothing of the status means a lead that nobody has called yet. */
const withStatus = (values: LeadInput): LeadInput => ({ ...values, status: values.status ?? 'new' })

/** Adds a lead; see `createRecord`. @throws ValueTaken */
export const createLead = (
  scope: Scope,
  registry: Registry,
  values: LeadInput,
  id = newId(),
): Promise<string> => createRecord(scope, registry, leadStorage, withStatus(values), { id })

/** Saves a lead as it was read with `version`; see `saveRecord`. @throws ValueTaken */
export const saveLead = (
  scope: Scope,
  registry: Registry,
  old: LeadRecord,
  version: number,
  values: LeadInput,
): Promise<Saved> => saveRecord(scope, registry, leadStorage, old, version, withStatus(values))
