// Writing rules (FEEL) in the workbench, in English.
// Same keys in the same order as zh-CN.
import type source from '../zh-CN/design-feel.ts'
import type { Translation } from '../keys.ts'

export default {
  reads: 'Reads: {says}',
  suggestions: 'What can be written',
  patterns: { age: 'Aged so many years', within: 'Within so many years', oneOf: 'Is one of', known: 'Whether there is one', between: 'Between two numbers', graded: 'In steps: more if it holds, else less', some: 'At least one of the household (or staff) meets it' },
  functions: { startsWith: 'begins with', contains: 'contains', years: 'full years', duration: 'a length of time', date: 'a day', count: 'how many', sum: 'the total', min: 'the smaller', max: 'the larger', floor: 'rounded down', ceiling: 'rounded up', abs: 'without its sign', listContains: 'a list holds', not: 'is not' },
} satisfies Translation<typeof source>
