import type { Module } from '../../core/module.ts'
import { openModule } from '../../flags/audience.ts'
import type { Firm } from './office.ts'
import { until } from './until.ts'

/** Opens modules for a whole firm, and waits until this process has heard of the last of them. */
export async function openForAll(
  { inScope }: Pick<Firm, 'inScope'>,
  ...modules: readonly Pick<Module, 'id'>[]
): Promise<void> {
  for (const module of modules)
    await inScope('amy', (scope) =>
      openModule(scope, module, [{ kind: 'everyone', variant: 'write' }], 'for this test'),
    )
  const last = modules.at(-1)?.id ?? ''
  await until(`${last} is on`, () =>
    inScope('amy', async (scope) => scope.modules.state(last) === 'write'),
  )
}
