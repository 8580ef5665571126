import type { FeatureInterface } from 'unleash-client/lib/feature.js'
import type { StrategyTransportInterface } from 'unleash-client/lib/strategy/strategy.js'
import type { Reach } from './server.ts'

/** The server answered, and did not do what was asked. */
export class ServerRefused extends Error {}

/** What our constraints ask for and Unleash does not know by itself. */
const fields = ['department', 'departments', 'roles', 'certificates']

/** Milliseconds for one request: a server that hangs must not keep a connection of ours. */
const patience = 10_000

type Ask = (method: string, path: string, body?: unknown) => Promise<unknown>

/**
 * Makes features of the server exactly what they are here, in the environment of its client token
 * (`project:environment.secret`) and in the project default; flags of other names are left alone. By
 * single requests: its import refuses admin tokens.
 * @throws ServerRefused
 */
export async function bringTo(
  reach: Required<Reach>,
  features: readonly FeatureInterface[],
): Promise<void> {
  const ask = askerOf(reach)
  const environment = /^[^:]*:([^.]+)\./.exec(reach.token)?.[1] ?? 'development'
  for (const name of fields) await ask('POST', 'context', { name, description: 'Stepwise CRM' })
  for (const { name } of features)
    await ask('POST', 'projects/default/features', {
      name,
      type: 'release',
      description: 'Decided by the rollout matrix of Stepwise CRM',
    })
  for (const feature of features) await bringFeature(ask, feature, environment)
}

/** What is switched off goes first, and what is switched on comes last: no moment lets anybody in. */
async function bringFeature(
  ask: Ask,
  { name, enabled, strategies = [], dependencies = [] }: FeatureInterface,
  environment: string,
): Promise<void> {
  const feature = `projects/default/features/${name}`
  const there = `${feature}/environments/${environment}`
  if (!enabled) await ask('POST', `${there}/off`)
  for (const { feature: parent } of dependencies)
    await ask('POST', `${feature}/dependencies`, { feature: parent, enabled: true })
  const present = (await ask('GET', `${there}/strategies`)) as { id: string }[]
  for (const [at, strategy] of strategies.entries()) {
    const id = present[at]?.id
    const body = asTheServerHasIt(strategy, at)
    if (id) await ask('PUT', `${there}/strategies/${id}`, body)
    else await ask('POST', `${there}/strategies`, body)
  }
  for (const { id } of present.slice(strategies.length))
    await ask('DELETE', `${there}/strategies/${id}`)
  if (enabled) await ask('POST', `${there}/on`)
}

const asTheServerHasIt = (strategy: StrategyTransportInterface, sortOrder: number) => ({
  name: strategy.name,
  sortOrder,
  parameters: strategy.parameters,
  constraints: strategy.constraints,
  segments: [],
  variants: (strategy.variants ?? []).map((variant) => ({ ...variant, weightType: 'variable' })),
})

/** What exists already (409) is as good as made. */
function askerOf({ url, adminToken }: Required<Reach>): Ask {
  const base = url.endsWith('/') ? url : `${url}/`
  return async (method, path, body) => {
    const answer = await fetch(new URL(`admin/${path}`, base), {
      method,
      headers: { Authorization: adminToken, 'Content-Type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    })
    const text = await answer.text()
    if (!answer.ok && answer.status !== 409)
      throw new ServerRefused(
        `The Unleash server answered ${answer.status} to ${method} ${path}: ${text.slice(0, 300)}`,
      )
    return method === 'GET' ? JSON.parse(text) : undefined
  }
}
