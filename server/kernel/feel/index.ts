// What the browser and the server use of FEEL. Parsing is apart, in parse.ts: only the server needs the grammar.
export { compile, evaluate, test, type Evaluator, type Semantics } from './compile.ts'
export { explain, type Explanation } from './explain.ts'
export { conceptsOf, type Expression } from './expression.ts'
export { fromFeel, scopeOf, toFeel, type FeelInput, type FeelType, type Scope } from './scope.ts'
export type { FeelValue } from './value.ts'
