import { type Context, Hono } from 'hono'
import { isId } from '../../core/db/id.ts'
import { allow } from '../../core/http/allow.ts'
import { readForm } from '../../core/http/form.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { ChangedMeanwhile } from '../change.ts'
import { readDirectory } from '../names.ts'
import { readReason } from '../reason-field.ts'
import { matrixText } from './messages.ts'
import {
  confirmProposal,
  dropProposal,
  findProposal,
  type Proposal,
  readProposals,
  weighProposal,
} from './proposals.ts'
import { sayUnlawful } from './say-unlawful.ts'
import { ProposalPage } from './views/proposal.tsx'
import { ProposalsPage } from './views/proposals.tsx'

/** What waits for a second person, and their decision. */
export const proposalRoutes = new Hono<Site>()

const decide = allow('core.rollout.decide')
const here = '/rollout/matrix/proposals'

proposalRoutes.get('/', allow('core.rollout.view'), async (c) => {
  const { scope, product } = c.var
  const page = (
    <ProposalsPage
      scope={scope}
      proposals={await readProposals(scope)}
      directory={await readDirectory(scope, product.registry.modules)}
    />
  )
  return c.render(page, { title: matrixText(scope.locale).proposals.title })
})

proposalRoutes.get('/:id', decide, async (c) => draw(c, await named(c)))

proposalRoutes.post('/:id/confirm', decide, async (c) => {
  const { scope, product } = c.var
  const t = matrixText(scope.locale).proposals
  const proposal = await named(c)
  try {
    const made = await confirmProposal(scope, product, proposal)
    if (typeof made === 'object') {
      const law = matrixText(scope.locale).asks.unlawful(sayUnlawful(scope.locale, made))
      return draw(c, proposal, { '': law })
    }
    return go(c, here, made ? { kind: 'success', text: t.made } : { kind: 'danger', text: t.late })
  } catch (failure) {
    if (!(failure instanceof ChangedMeanwhile)) throw failure
    return draw(c, proposal, { '': t.outdated })
  }
})

proposalRoutes.post('/:id/drop', decide, async (c) => {
  const { scope } = c.var
  const t = matrixText(scope.locale).proposals
  const proposal = await named(c)
  const { reason, error } = readReason(c, (await readForm(c)).raw)
  if (error) return draw(c, proposal, { reason: error })
  const done = await dropProposal(scope, proposal, reason)
  return go(c, here, done ? { kind: 'success', text: t.dropped } : { kind: 'danger', text: t.late })
})

/** @throws Refusal 404 for one that was decided, or is none */
async function named(c: Context<Site>): Promise<Proposal> {
  const id = c.req.param('id') ?? ''
  const found = isId(id) ? await findProposal(c.var.scope, id) : undefined
  if (!found) throw notFound()
  return found
}

async function draw(c: Context<Site>, proposal: Proposal, errors: Record<string, string> = {}) {
  const { scope, product } = c.var
  const weighed = await weighProposal(scope, product, proposal)
  const page = (
    <ProposalPage
      scope={scope}
      proposal={proposal}
      directory={await readDirectory(scope, product.registry.modules)}
      effects={weighed?.effects ?? []}
      asks={weighed?.asks}
      errors={errors}
    />
  )
  const status = Object.keys(errors).length > 0 ? 422 : 200
  return c.render(page, { title: matrixText(scope.locale).proposals.title, status })
}
