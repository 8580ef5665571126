import { catalogue } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/locale.ts'
import {
  type ProblemOf,
  sayProblem,
  sentenceFrom,
  type Problem as ValueProblem,
} from '../values/problem.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'

/** What is wrong with a file, or with a row as a whole. */
export type FileProblem = ProblemOf<typeof en>

const texts = catalogue(en, zhCN)

/** Says a problem of a file, a row or a cell in one sentence with its cure. */
export const sayTransferProblem = (problem: FileProblem | ValueProblem, locale: Locale): string =>
  problem.code in en
    ? sentenceFrom(texts(locale), problem)
    : sayProblem(problem as ValueProblem, locale)

/** A file that cannot be taken at all. `problem` is for people; `message` says it in English. */
export class FileRefused extends Error {
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(sayTransferProblem(problem, 'en'))
    this.name = 'FileRefused'
    this.problem = problem
  }
}

type Values<Code extends keyof typeof en> = Extract<FileProblem, { code: Code }>['values']

export const fileProblem = <Code extends keyof typeof en>(
  code: Code,
  ...values: Values<Code>
): FileProblem => ({ code, values }) as FileProblem

/** Refuses the whole file. */
export function refuseFile<Code extends keyof typeof en>(
  code: Code,
  ...values: Values<Code>
): never {
  throw new FileRefused({ code, values } as FileProblem)
}
