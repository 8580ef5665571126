import { addOwnField } from '../../core/own-fields/changing.ts'
import { seeded } from '../../core/seed/random.ts'
import { takeFile } from '../../core/transfer/imports.ts'
import { openModule } from '../../flags/audience.ts'
import { type Firm, type Office, openOffice } from '../setup/office.ts'

/** An office whose firm has worked for a while: every module open, records in each, a file waiting. */
export async function openLivedInOffice(): Promise<Office> {
  const office = await openOffice()
  await live(office, office)
  return office
}

const both = (text: string) => ({ en: text, 'zh-CN': text })

/** What the firm asks of its records besides. */
const branch = {
  label: both('Branch office'),
  help: both(''),
  group: both(''),
  choices: [],
  required: false,
  unique: false,
}

/** Opens every module of the product for a firm and lets each make some records. */
export async function live({ app }: Office, { inScope }: Firm): Promise<void> {
  const { modules } = app.product.registry
  for (const module of modules)
    await inScope('amy', (scope) =>
      openModule(scope, module, [{ kind: 'everyone', variant: 'write' }], 'for everybody'),
    )
  for (const seed of modules.flatMap((module) => module.seeds ?? []))
    await inScope('amy', (scope) => seed.make(scope, 6, seeded(1)))
  for (const { object } of modules.flatMap((module) => module.customisable ?? []))
    await inScope('amy', (scope) => addOwnField(scope, object, 'text', branch, []))
  for (const transfer of modules.flatMap((module) => module.transfers ?? [])) {
    const { columns } = transfer
    const lines = [columns.map(({ label }) => label.en), columns.map(({ example }) => example)]
    const file = Buffer.from(lines.map((line) => line.join(';')).join('\n'))
    await inScope('amy', (scope) => takeFile(scope, transfer, 'waiting.csv', file))
  }
}
