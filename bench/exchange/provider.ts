// The other department's system, in a process of its own: the registry of the sandbox, which checks who asks and signs what it answers.
// It prints its address and the thumbprint of its key.
import { readCallers } from '../../sandbox/signing.ts'
import { startSandbox } from '../../sandbox/start.ts'

const callers = readCallers(process.env['CALLERS'] ?? '[]')
const { urls, signers } = await startSandbox({ only: ['population'], latency: 0, ratePerSecond: 1_000_000, callers, key: process.env['KEY'] ?? '' })
process.stdout.write(`${JSON.stringify({ url: urls['population'], signer: signers['population'] })}\n`)
process.once('disconnect', () => process.exit(0))
