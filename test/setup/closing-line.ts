import type { Reporter, TestModule } from 'vitest/node'

/** Ends the output with one plain line that any build server can read: "N passed, N failed". */
export default class ClosingLine implements Reporter {
  #line = ''

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length
    this.#line = `${count('passed')} passed, ${count('failed') + broken} failed`
    process.once('exit', () => process.stdout.write(`\n${this.#line}\n`))
    // A server that some test left running must not keep the whole run waiting.
    setTimeout(() => process.exit(process.exitCode ?? 1), 60_000).unref()
  }
}
