// The syntax tree of a FEEL expression: plain JSON, so that a rule parsed on the server travels to the browser.
// Read by compile.ts (closures), explain.ts (reasons) and whoever translates rules (SQL).

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**'
export type TemporalType = 'date' | 'time' | 'date and time' | 'duration'

/** A FEEL type as written after `instance of`. `name` is normalised: 'number', 'days and time duration', 'list', … */
export type TypeName = { name: string; of?: TypeName; fields?: Record<string, TypeName> }

/** One `name in list` (or `name in from..to`) of a `for`, `some` or `every`. */
export type Iteration = { name: string; in: Expression; to?: Expression }

export type Arguments = { positional: Expression[] } | { named: Record<string, Expression> }

export type Expression =
  | { kind: 'literal'; value: null | boolean | number | string }
  /** `date("2026-01-01")`, `@"P1D"`, …: `text` is valid for `type`. */
  | { kind: 'temporal'; type: TemporalType; text: string }
  /** A variable and the names after its dots: `child.birthDate` is ['child', 'birthDate']; `?` is the tested value. */
  | { kind: 'name'; path: string[] }
  /** A property of a computed value: `(…).name`. */
  | { kind: 'path'; of: Expression; name: string }
  | { kind: 'negate'; of: Expression }
  | { kind: 'arithmetic'; op: ArithmeticOperator; left: Expression; right: Expression }
  | { kind: 'comparison'; op: ComparisonOperator; left: Expression; right: Expression }
  /** `texts` holds the parts as the author wrote them, for explanations. */
  | { kind: 'and' | 'or'; parts: Expression[]; texts: string[] }
  | { kind: 'if'; condition: Expression; then: Expression; else: Expression }
  /** `value in (tests)`; also a decision table's cell, whose value is `?`. */
  | { kind: 'in'; value: Expression; tests: Expression[] }
  | { kind: 'between'; value: Expression; low: Expression; high: Expression }
  | { kind: 'range'; low: Expression; high: Expression; lowIncluded: boolean; highIncluded: boolean }
  /** A range with one end, `< 5`, or an (in)equality to test against, `= 5`. */
  | { kind: 'unary'; op: ComparisonOperator; operand: Expression }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'context'; entries: { key: string; value: Expression }[] }
  | { kind: 'filter'; of: Expression; by: Expression }
  | { kind: 'some' | 'every'; over: Iteration[]; that: Expression }
  | { kind: 'for'; over: Iteration[]; return: Expression }
  /** A built-in function. */
  | { kind: 'call'; name: string; args: Arguments }
  /** A function that is itself a value. */
  | { kind: 'invoke'; target: Expression; args: Arguments }
  | { kind: 'function'; params: string[]; body: Expression }
  | { kind: 'instance of'; value: Expression; type: TypeName }

/** Variables the caller always supplies; they are not concepts. */
export const SUPPLIED_NAMES: ReadonlySet<string> = new Set(['today', 'now'])

/** Properties of dates, times, durations and ranges: `child.birthDate.year` reads the concept `child.birthDate`. */
export const VALUE_PROPERTIES: ReadonlySet<string> = new Set([
  'year', 'month', 'day', 'weekday', 'hour', 'minute', 'second', 'time offset', 'timezone',
  'years', 'months', 'days', 'hours', 'minutes', 'seconds', 'start', 'end', 'start included', 'end included',
])

type Visit = (name: string[], inFilter: boolean) => void

/** Calls `visit` for each variable that is read and not bound inside the expression itself. */
function visitNames(expression: Expression, bound: ReadonlySet<string>, inFilter: boolean, visit: Visit): void {
  const go = (child: Expression, names: Iterable<string> = [], filtered = inFilter): void => {
    visitNames(child, new Set([...bound, ...names]), filtered, visit)
  }
  const goThrough = (over: Iteration[], last: Expression, extra: string[]): void => {
    const names: string[] = []
    for (const step of over) {
      go(step.in, names)
      if (step.to) go(step.to, names)
      names.push(step.name)
    }
    go(last, [...names, ...extra])
  }
  switch (expression.kind) {
    case 'literal':
    case 'temporal':
      return
    case 'name': {
      const [first] = expression.path
      if (first !== undefined && !bound.has(first)) visit(expression.path, inFilter)
      return
    }
    case 'path':
    case 'negate':
      return go(expression.of)
    case 'arithmetic':
    case 'comparison':
      go(expression.left)
      return go(expression.right)
    case 'and':
    case 'or':
      for (const part of expression.parts) go(part)
      return
    case 'if':
      go(expression.condition)
      go(expression.then)
      return go(expression.else)
    case 'in':
      go(expression.value)
      for (const test of expression.tests) go(test, ['?'])
      return
    case 'between':
      go(expression.value)
      go(expression.low)
      return go(expression.high)
    case 'range':
      go(expression.low)
      return go(expression.high)
    case 'unary':
      return go(expression.operand)
    case 'list':
      for (const item of expression.items) go(item)
      return
    case 'context':
      expression.entries.forEach(({ value }, at) => go(value, expression.entries.slice(0, at).map((entry) => entry.key)))
      return
    case 'filter':
      go(expression.of)
      return go(expression.by, ['item'], true)
    case 'some':
    case 'every':
      return goThrough(expression.over, expression.that, [])
    case 'for':
      return goThrough(expression.over, expression.return, ['partial'])
    case 'call':
    case 'invoke':
      if (expression.kind === 'invoke') go(expression.target)
      for (const arg of 'named' in expression.args ? Object.values(expression.args.named) : expression.args.positional) go(arg)
      return
    case 'function':
      return go(expression.body, expression.params)
    case 'instance of':
      return go(expression.value)
  }
}

/**
 * The dotted paths an expression reads from the answers, each once, in order of appearance: `['child.birthDate', …]`.
 * Not listed: names bound inside (`for x in …`), `today` and `now`, `?`, and undotted names inside a filter, which may be
 * fields of the filtered item (write `item.age` to be clear). A trailing property of a date or duration is cut off when
 * two names are left before it.
 */
export function conceptsOf(expression: Expression): string[] {
  const found = new Set<string>()
  visitNames(expression, new Set(), false, (path, inFilter) => {
    if (path.length === 1 && (inFilter || path[0] === '?' || SUPPLIED_NAMES.has(path.join('.')))) return
    const last = path.at(-1)
    const cut = path.length > 2 && last !== undefined && VALUE_PROPERTIES.has(last)
    found.add((cut ? path.slice(0, -1) : path).join('.'))
  })
  return [...found]
}

export function isNullLiteral(expression: Expression): boolean {
  return expression.kind === 'literal' && expression.value === null
}

/** Whether the expression looks at the tested value `?`. */
export function readsTestedValue(expression: Expression): boolean {
  let reads = false
  visitNames(expression, new Set(), false, (path) => {
    reads ||= path[0] === '?'
  })
  return reads
}
