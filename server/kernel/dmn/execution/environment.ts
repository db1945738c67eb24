// What an expression of a model may refer to, and FEEL text read in it. Text that cannot be read is null, as the standard has it.
import { compile, type Evaluator } from '../../feel/compile.ts'
import type { TypeName } from '../../feel/expression.ts'
import { FeelSyntaxError, parse, parseUnaryTests } from '../../feel/parse.ts'
import type { TypeOf } from './declared-types.ts'

/** Names in force, of which some hold blanks, and declared types. */
export type Environment = { names: readonly string[]; typeOf: TypeOf; declared: ReadonlyMap<string, TypeName> }

export const withNames = (environment: Environment, names: readonly string[]): Environment => ({ ...environment, names: [...environment.names, ...names] })

const read = (parsing: typeof parse, text: string, { names, declared }: Environment, otherwise: Evaluator): Evaluator => {
  try {
    return compile(parsing(text, { names, lenient: true, types: declared }))
  } catch (error) {
    if (error instanceof FeelSyntaxError) return otherwise
    throw error
  }
}

export const feel = (text: string | undefined, environment: Environment): Evaluator => (text === undefined ? () => null : read(parse, text, environment, () => null))

/** A condition on `?`; none at all always holds, one that cannot be read never. */
export const condition = (text: string | undefined, environment: Environment): Evaluator => (text === undefined ? () => true : read(parseUnaryTests, text, environment, () => false))
