import type { Context } from 'hono'
import type { Errors, Raw } from '../../core/http/form.ts'
import { once } from '../../core/http/once.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { ChangedMeanwhile } from '../change.ts'
import { readAnswers } from './answers.ts'
import { matrixText } from './messages.ts'
import { makeChange, type Plan, weigh, wishOf } from './plan.ts'
import { propose } from './proposals.ts'
import { sayUnlawful } from './say-unlawful.ts'

type Drawn = {
  /** Where one goes when it is done. */
  home: string
  /** The page once more, with what is wrong. */
  redraw: (errors: Errors) => Response | Promise<Response>
  /** Somebody was faster. */
  outrun: () => Response | Promise<Response>
  /** What is said when it is done. @param change its id; none when nothing had to be changed */
  said: (change: string | undefined) => Promise<Parameters<typeof go>[2]>
}

/**
 * Makes a change that was asked for by a form, whichever page it came from; where the company wants
 * two to decide, it is proposed to the second one instead.
 */
export async function carryOut(
  c: Context<Site>,
  plan: Plan,
  raw: Raw,
  { home, redraw, outrun, said }: Drawn,
): Promise<Response> {
  const { scope, product } = c.var
  const { asks } = await weigh(scope, product, plan)
  const { answers, errors } = readAnswers(scope, raw, asks)
  if (asks.unlawful.length > 0)
    errors[''] = matrixText(scope.locale).asks.unlawful(sayUnlawful(scope.locale, asks.unlawful))
  if (Object.keys(errors).length > 0) return redraw(errors)
  let change: string | undefined
  try {
    await once(scope, raw, async () => {
      if (asks.second) {
        const wish = await wishOf(scope, plan, answers)
        if (wish.intent.seen !== plan.seen) throw new ChangedMeanwhile(plan.module.id)
        await propose(scope, product.registry, wish, answers.reason)
      } else change = await makeChange(scope, plan, asks, answers)
      return home
    })
  } catch (failure) {
    if (!(failure instanceof ChangedMeanwhile)) throw failure
    return outrun()
  }
  const proposed = { kind: 'info', text: matrixText(scope.locale).proposals.proposed } as const
  return go(c, home, asks.second ? proposed : await said(change))
}
