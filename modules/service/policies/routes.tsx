import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { manageService } from '../rights.ts'
import { foundCategories } from '../states/founding.ts'
import { inUse, readCategories } from '../states/reading.ts'
import { type Chosen, chosenOf, rawPolicy, readPolicyForm } from './form.ts'
import { policiesText } from './messages.ts'
import { addPolicy, addUsualPolicies, changePolicy, retirePolicy } from './policies.ts'
import { type Policy, readPolicies } from './reading.ts'
import { usualPolicy } from './usual.ts'
import { PoliciesPage, policiesPlace } from './views/policies-page.tsx'
import { PolicyForm } from './views/policy-form.tsx'

/** What is promised to customers, and to which. */
export const policyRoutes = new Hono<Site>()

const manage = allow(manageService)

type Drawn = { policy?: Policy; raw: Raw; chosen: Chosen; errors?: Errors }

async function draw(c: Context<Site>, { errors, ...drawn }: Drawn) {
  const { scope } = c.var
  const page = (
    <PolicyForm
      {...{ scope, ...drawn }}
      errors={errors ?? {}}
      categories={inUse(await readCategories(scope))}
      once={drawn.policy ? undefined : onceKey(drawn.raw)}
    />
  )
  const title = drawn.policy?.name ?? policiesText(scope.locale).add
  return c.render(page, { title, status: errors ? 422 : 200 })
}

const done = (c: Context<Site>, text: string) => go(c, policiesPlace, { kind: 'success', text })

/** What was typed and chosen, read and kept. */
async function typed(c: Context<Site>) {
  const { scope } = c.var
  const { raw, all } = await readForm(c)
  const categories = inUse(await readCategories(scope))
  const chosen: Chosen = {
    ...{ priorities: all('priorities'), categories: all('categories'), pauses: all('pauses') },
  }
  return { raw, chosen, ...readPolicyForm(scope, raw, all, categories) }
}

policyRoutes.get('/', manage, async (c) => {
  const { scope } = c.var
  const [policies, categories] = await Promise.all([readPolicies(scope), readCategories(scope)])
  const page = <PoliciesPage {...{ scope, policies, categories }} />
  return c.render(page, { title: policiesText(scope.locale).title })
})

policyRoutes.get('/new', manage, async (c) => {
  const all = await readPolicies(c.var.scope)
  const policy = { ...usualPolicy, position: (all.at(-1)?.position ?? -1) + 1 }
  return draw(c, { raw: rawPolicy(policy), chosen: chosenOf(policy) })
})

policyRoutes.post('/usual', manage, async (c) => {
  await addUsualPolicies(c.var.scope)
  return done(c, policiesText(c.var.scope.locale).usualDone)
})

policyRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { input, ...drawn } = await typed(c)
  const made = await once(scope, drawn.raw, async () => {
    if (Object.keys(drawn.errors).length > 0) return undefined
    await foundCategories(scope)
    await addPolicy(scope, input)
    return policiesPlace
  })
  return made ? done(c, policiesText(scope.locale).saved) : draw(c, drawn)
})

async function find(c: Context<Site>): Promise<Policy> {
  const id = pathId(c)
  const policy = (await readPolicies(c.var.scope)).find((one) => one.id === id)
  if (!policy) throw notFound()
  return policy
}

policyRoutes.get('/:id', manage, async (c) => {
  const policy = await find(c)
  return draw(c, { policy, raw: rawPolicy(policy), chosen: chosenOf(policy) })
})

policyRoutes.post('/:id', manage, async (c) => {
  const { scope } = c.var
  const policy = await find(c)
  const { input, ...drawn } = await typed(c)
  const t = policiesText(scope.locale)
  if (Object.keys(drawn.errors).length === 0) {
    const came = await changePolicy(scope, policy, versionOf(drawn.raw), input)
    if (came === 'changed') return done(c, t.saved)
    drawn.errors[''] = t.meanwhile
  }
  return draw(c, { policy, ...drawn })
})

policyRoutes.post('/:id/retire', manage, async (c) => {
  const policy = await find(c)
  await retirePolicy(c.var.scope, policy.id)
  return done(c, policiesText(c.var.scope.locale).retired(policy.name))
})
