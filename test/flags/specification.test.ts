import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDocument } from '../../flags/documents.ts'
import type { Decision } from '../../flags/engine.ts'
import { importDocument } from '../../flags/imported.ts'
import { type FlagsFirm, openFirm } from './firm.ts'
import { specifications } from './specifications.ts'

/** What the specification calls a variant: ours, or its word for none. */
const asVariant = ({ on, variant }: Decision) =>
  variant
    ? { ...variant, enabled: true, feature_enabled: on }
    : { name: 'disabled', enabled: false, feature_enabled: on }

let firm: FlagsFirm
let seen = 0

beforeAll(async () => {
  firm = await openFirm()
})
afterAll(() => firm.close())

describe.each(specifications)('Unleash specification $name', (specification) => {
  test('every case is decided as the specification says, after an import like any other', async () => {
    const document = parseDocument(JSON.stringify(specification.state))
    await firm.inScope((scope) => importDocument(scope, document, true))
    const engine = await firm.flags.of(firm.company)
    for (const { description, context, toggleName, expectedResult } of specification.tests ?? []) {
      expect(engine.isOn(context, toggleName).on, description).toBe(expectedResult)
      expect(engine.explain(context, toggleName).on, `${description}, explained`).toBe(
        expectedResult,
      )
      seen++
    }
    for (const { description, context, toggleName, expectedResult } of specification.variantTests ??
      []) {
      expect(asVariant(engine.isOn(context, toggleName)), description).toEqual(expectedResult)
      seen++
    }
  })
})

test('all 275 evaluation cases were looked at', () => {
  expect(seen).toBe(275)
})
