import { type Size, type StageCode, wavesOf } from '../plan/stages.ts'

/** The gates by their family; the widening has one per wave: G4.1, G4.2 and so on. */
export const families = ['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6'] as const
export type Family = (typeof families)[number]

/** `G0` to `G6`, or a wave's `G4.1`. */
export type GateCode = Family | `G4.${number}`

/** A gate stands at the end of its stage; `next` is the stage it leads to, if it leads on. */
export type Gate = { code: GateCode; family: Family; stage: StageCode; next?: StageCode }

/** All gates of a rollout in their order. A wave's gate leads to the next wave, the last one on. */
export const gatesOf = (size: Size): Gate[] =>
  families.flatMap((family, at): Gate[] => {
    const stage: StageCode = `S${at as 0}`
    const next = family === 'G6' ? {} : { next: `S${(at + 1) as 1}` as StageCode }
    if (family !== 'G4') return [{ code: family, family, stage, ...next }]
    const waves = wavesOf[size]
    return Array.from({ length: waves }, (_, wave) => ({
      ...{ code: `G4.${wave + 1}` as const, family, stage },
      ...(wave + 1 === waves ? next : {}),
    }))
  })

/**
 * The gate that comes next: of the stage under way the first that nobody has gone through.
 * @param passed codes of the gates that were passed
 */
export const nextGate = (
  size: Size,
  stage: StageCode | undefined,
  passed: ReadonlySet<string>,
): Gate | undefined =>
  gatesOf(size).find(
    (gate) => gate.stage === stage && (gate.family === 'G6' || !passed.has(gate.code)),
  )
