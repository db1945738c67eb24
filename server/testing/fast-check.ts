// fast-check for the tests: the same random cases in every run, so that a run says something about the change it tests.
// `PROPERTY_SEED=random` (or a number) looks at others; what it finds becomes a test of its own.
import fc from 'fast-check'

const { PROPERTY_SEED: seed = '20261121' } = process.env

if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) })

export default fc
