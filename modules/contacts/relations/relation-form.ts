import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseText } from '../../../core/values/text.ts'
import type { Way } from './kinds.ts'
import { recordMeant } from './meant.ts'
import { relationsText } from './messages.ts'

export type ReadRelation = { way?: Way; otherId?: string; note: string; errors: Errors }

/** Reads the form of a relation; what is wrong is said beside each field. */
export async function readRelationForm(
  scope: Scope,
  ways: readonly Way[],
  raw: Raw,
): Promise<ReadRelation> {
  const t = relationsText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const way = ways.find(({ value }) => value === raw.way)
  if (!way) fields.refuse('way', t.chooseWay)
  const typed = fields.need('other', t.other, (text) => parseText(text, { most: 200 }), '')
  const note = fields.may('note', (text) => parseText(text, { most: 300 })) ?? ''
  const meant = way && typed ? await recordMeant(scope, way.other, typed) : undefined
  if (meant === 'several') fields.refuse('other', t.several)
  else if (way && typed && !meant) fields.refuse('other', t.unknown)
  const otherId = meant && meant !== 'several' ? meant.id : undefined
  return { way, otherId, note, errors: fields.errors }
}
