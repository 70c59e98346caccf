import type { Problem } from '../../core/index.ts'
import type { Advice, Messages } from '../messages/messages.ts'
import type { Output } from './output.ts'

export const adviceOn = (problem: Problem, messages: Messages): Advice =>
  messages.problems[problem.code]?.(problem.detail, problem.input) ??
  messages.unknownProblem(problem.code, problem.detail)

/** One problem with an input on a line: where, what, and the remedy. */
export const problemLine = (problem: Problem, messages: Messages): string => {
  const { what, remedy } = adviceOn(problem, messages)
  return `  ${problem.input}: ${what}${remedy ? `; ${remedy}` : ''}`
}

/** Every page that was left out and every reservation, with why. */
export const printProblems = async (problems: readonly Problem[], messages: Messages, err: Output): Promise<void> => {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  if (warnings.length > 0) {
    await err.line(err.paint('yellow', messages.summary.warnings(warnings.length)))
    for (const problem of warnings) await err.line(problemLine(problem, messages))
  }
  if (errors.length > 0) {
    await err.line(err.paint('red', messages.summary.leftOut(errors.length)))
    for (const problem of errors) await err.line(problemLine(problem, messages))
  }
}

/** A problem that ends the command: in a sentence of its own, with the remedy below. */
export const printFailure = async (problem: Problem, messages: Messages, err: Output): Promise<void> => {
  const { what, remedy } = adviceOn(problem, messages)
  await err.line(
    `${err.paint('red', `${messages.words.error}:`)} ${problem.input === '' ? '' : `${problem.input}: `}${what}`,
  )
  if (remedy) await err.line(remedy)
}
