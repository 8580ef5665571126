import { today } from '../../core/calendar/reading.ts'
import type { Running } from '../../core/console.ts'
import type { Scope } from '../../core/scope.ts'
import { readProgramme } from '../plan/programme.ts'
import { type Brief, readLatest } from './decisions.ts'
import type { Judged } from './formula.ts'
import type { Family } from './gates.ts'
import { readUnlawful } from './lawful.ts'

/** A step of one cell of the matrix that a gate stands before. */
export type Step = { to: 'pilot' | 'on' }

/** The gate a step needs, and the decision that lets it through; `passed` false when none does. */
export type GateAnswer = { gate: Family; passed: boolean; decision: Brief | undefined }

export type Ruling = {
  /** Undefined while the company has no plan: then no gate stands in the way. */
  gate: GateAnswer | undefined
  /** What law and security forbid the step for; nothing helps against that but its proof. */
  unlawful: readonly Judged[]
}

/**
 * What stands before a step of the matrix, whichever way it is asked for: a pilot needs the gate
 * before it, and to be on needs the pilot's own. An override counts until it runs out.
 */
export async function decisionFor(scope: Scope, running: Running, step: Step): Promise<Ruling> {
  const gate = step.to === 'pilot' ? 'G2' : 'G3'
  const unlawful = await readUnlawful(scope, running, gate)
  if (!(await readProgramme(scope))) return { gate: undefined, unlawful }
  const latest = (await readLatest(scope)).find((one) => one.gate === gate)
  const decision = latest && lets(latest, today(scope)) ? latest : undefined
  return { gate: { gate, passed: decision !== undefined, decision }, unlawful }
}

const lets = ({ outcome, override, expiresOn }: Brief, day: string): boolean =>
  outcome === 'go' && !(override && expiresOn !== null && expiresOn < day)
