import { Unleash } from 'unleash-client'
import type { Mode } from 'unleash-client/lib/unleash-config.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDocument } from '../../../flags/documents.ts'
import { importDocument } from '../../../flags/imported.ts'
import { specifications } from '../specifications.ts'
import { openServing, type Serving } from './serving.ts'

let serving: Serving
beforeAll(async () => {
  serving = await openServing()
})
afterAll(() => serving.close())

let seen = 0
const modes: Mode[] = [{ type: 'polling', format: 'full' }, { type: 'streaming' }]

describe.each(specifications)('Unleash specification $name, served', (specification) => {
  test.each(modes)('every case is decided so by the stock client ($type)', async (mode) => {
    const document = parseDocument(JSON.stringify(specification.state))
    await serving.office.inScope('amy', (scope) => importDocument(scope, document, true))
    const client = await serving.client(mode)
    expect(client).toBeInstanceOf(Unleash)
    for (const { description, context, toggleName, expectedResult } of specification.tests ?? []) {
      expect(client.isEnabled(toggleName, context), description).toBe(expectedResult)
      seen++
    }
    for (const { description, context, toggleName, expectedResult } of specification.variantTests ??
      []) {
      const { name, payload, enabled, feature_enabled } = client.getVariant(toggleName, context)
      const found = { name, enabled, feature_enabled, ...(payload ? { payload } : {}) }
      expect(found, description).toEqual(expectedResult)
      seen++
    }
    client.destroy()
  })
})

test('all 275 evaluation cases were looked at, both ways', () => {
  expect(seen).toBe(2 * 275)
})
