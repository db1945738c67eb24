// Public face of the populations module: everybody's facts as tables, and policies judged over all of them at once.
export { changeKinds, compare, type ChangeCount, type ChangeKind, type ChangeMoney, type ChangeSample, type Compared, type CountedPolicy, type PolicySide } from './comparing.ts'
export { openDuckdb, type DuckdbLimits } from './duckdb.ts'
export type { Engine } from './engine.ts'
export { openPostgres } from './postgres.ts'
export { listDue, sampleOf, screen, type Due, type Sample, type Screened, type ScreenedCondition, type Screening } from './screening.ts'
export { openSnapshot, PopulationRefused, type Snapshot } from './snapshot.ts'
export { writePopulation } from './writing.ts'
