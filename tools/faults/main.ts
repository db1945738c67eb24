// `npm run test:faults [-- submissions]`: breaks things while people hand in, and says what did not hold afterwards.
import { runFaults } from './run.ts'

const submissions = Math.max(1, Number.parseInt(process.argv[2] ?? '', 10) || 2000)
const report = await runFaults({ submissions, clients: 16, apart: true, say: (text) => process.stderr.write(`${text}\n`) })
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
process.exitCode = report.findings.length === 0 && report.acknowledged >= submissions ? 0 : 1
