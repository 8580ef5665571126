import { today } from '../../core/calendar/reading.ts'
import type { Scope } from '../../core/scope.ts'
import { readProgramme } from '../plan/programme.ts'
import { type Brief, readLatest } from './decisions.ts'
import type { GateCode } from './gates.ts'

/** A step of one cell of the matrix that a gate stands before. */
export type Step = { to: 'pilot' | 'on' }

/** The gate a step needs, and the decision that lets it through; `passed` false when none does. */
export type GateAnswer = { gate: GateCode; passed: boolean; decision: Brief | undefined }

/**
 * Which decision a change of the matrix rests on: a pilot needs the gate before it, and to be on
 * needs the pilot's own. An override counts until it runs out.
 * @returns undefined while the company has no plan: then no gate stands in the way
 */
export async function decisionFor(scope: Scope, step: Step): Promise<GateAnswer | undefined> {
  const programme = await readProgramme(scope)
  if (!programme) return undefined
  const gate: GateCode = step.to === 'pilot' ? 'G2' : 'G3'
  const latest = (await readLatest(scope)).find((one) => one.gate === gate)
  const decision = latest && lets(latest, today(scope)) ? latest : undefined
  return { gate, passed: decision !== undefined, decision }
}

const lets = ({ outcome, override, expiresOn }: Brief, day: string): boolean =>
  outcome === 'go' && !(override && expiresOn !== null && expiresOn < day)
