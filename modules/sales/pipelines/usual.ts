import { usualId } from '../../../core/db/id.ts'
import type { Scope } from '../../../core/scope.ts'
import type { en } from './messages/en.ts'
import { pipelinesText } from './messages.ts'
import type { Pipeline, Stage } from './stages.ts'

type Usual = keyof typeof en.usual.stages

const usualStages: Record<
  Usual,
  Pick<Stage, 'kind' | 'probability' | 'category' | 'stalledDays' | 'needs'>
> = {
  prospecting: stage('open', 10, 'pipeline', 30),
  engaging: stage('open', 25, 'pipeline', 30),
  proposal: stage('open', 50, 'best', 21, ['account', 'amount']),
  negotiation: stage('open', 75, 'commit', 14, ['account', 'amount', 'closesOn']),
  won: stage('won', 100, 'commit', null, ['account', 'amount']),
  lost: stage('lost', 0, 'omitted', null),
}

function stage(
  kind: Stage['kind'],
  probability: number,
  category: Stage['category'],
  stalledDays: number | null,
  needs: Stage['needs'] = [],
) {
  return { kind, probability, category, stalledDays, needs }
}

/** The pipeline that a company begins with, in its language. */
export function usualPipeline(scope: Pick<Scope, 'company'>): Pipeline {
  const t = pipelinesText(scope.company.locale).usual
  const id = usualId(scope, 'pipeline')
  const stages = Object.entries(usualStages).map(([key, usual]) => ({
    id: usualId(scope, `stage ${key}`),
    pipelineId: id,
    key,
    name: t.stages[key as Usual],
    ...usual,
    leadsTo: [],
    evidence: '',
    hidden: false,
  }))
  return { id, name: t.name, departments: [], stages, hidden: false }
}

export type LossReason = { id: string; name: string; hidden: boolean }

/** Why deals are lost, as a company begins to tell. */
export const usualReasons = (scope: Pick<Scope, 'company'>): LossReason[] =>
  Object.entries(pipelinesText(scope.company.locale).usual.reasons).map(([key, name]) => ({
    id: usualId(scope, `reason ${key}`),
    name,
    hidden: false,
  }))

/** Words of the usual stages in both languages, as files and programs write them. */
export const usualStageWords = (key: string): string[] => {
  const words = Object.hasOwn(spellings, key) ? spellings[key as Usual] : []
  return [key, ...words]
}

const spellings: Record<Usual, readonly string[]> = {
  prospecting: [
    'Prospecting',
    'Qualification',
    'New',
    'Lead in',
    '初步接触',
    '潜在',
    '意向',
    '新建',
  ],
  engaging: ['Engaging', 'Needs analysis', 'Contact made', '需求确认', '需求分析', '跟进中'],
  proposal: [
    'Proposal',
    'Proposal made',
    'Quote',
    'Proposal/Price quote',
    '方案报价',
    '报价',
    '方案',
  ],
  negotiation: ['Negotiation', 'Negotiation/Review', '商务谈判', '谈判'],
  won: ['Won', 'Closed won', '赢单', '成交', '已成交', '已赢单'],
  lost: ['Lost', 'Closed lost', '输单', '丢单', '流失', '已输单'],
}
