// A vitest reporter that says how many tests passed and failed, in the form `npm test` adds up, and names those that failed.
// A test file that could not even be loaded counts as one failure.
import type { Reporter, TestModule } from 'vitest/node'
import { failureLine } from './test-steps.ts'

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
    let passed = 0
    let failed = unhandledErrors.length
    for (const module of modules) {
      const name = module.relativeModuleId
      if (module.errors().length > 0) {
        failed += 1
        process.stdout.write(failureLine(name, module.errors()[0]?.message))
      }
      for (const test of module.children.allTests()) {
        if (test.result().state === 'passed') passed += 1
        const { state, errors } = test.result()
        if (state !== 'failed') continue
        failed += 1
        process.stdout.write(failureLine(`${name} › ${test.fullName}`, errors?.[0]?.message))
      }
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  }
}
