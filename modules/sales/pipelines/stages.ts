/** What it means to be in a stage: still open, or how it ended. A deal's outcome is this. */
export const stageKinds = ['open', 'won', 'lost'] as const
export type StageKind = (typeof stageKinds)[number]

/** How sure a forecast counts the deals of a stage; what is omitted, it leaves out. */
export const categories = ['omitted', 'pipeline', 'best', 'commit'] as const
export type Category = (typeof categories)[number]

/** What must be known of a deal before it may enter a stage. */
export const needKeys = ['account', 'person', 'amount', 'closesOn', 'next'] as const
export type Need = (typeof needKeys)[number]

export type Stage = {
  id: string
  pipelineId: string
  /** Which of the usual stages it began as; empty for the company's own. */
  key: string
  name: string
  kind: StageKind
  /** Percent. */
  probability: number
  category: Category
  /** After so many days without a move or a follow-up a deal stands still; null for never. */
  stalledDays: number | null
  needs: Need[]
  /** Stages that may follow; empty when any may. */
  leadsTo: string[]
  /** What the customer must have done before a deal may enter, as a sentence; empty for nothing. */
  evidence: string
  hidden: boolean
}

export type Pipeline = {
  id: string
  name: string
  /** For whom it is; everybody when empty. */
  departments: { id: string; key: string; name: string }[]
  stages: Stage[]
  hidden: boolean
}

/** Whether a stage may follow another. Leaving a closed stage is reopening, which is always allowed. */
export const mayFollow = (from: Stage | undefined, to: Stage): boolean =>
  !from ||
  from.id === to.id ||
  from.pipelineId !== to.pipelineId ||
  from.leadsTo.length === 0 ||
  from.leadsTo.includes(to.id)

/** The stages a deal can be in now, in their order. */
export const liveStages = ({ stages }: Pipeline): Stage[] => stages.filter(({ hidden }) => !hidden)
