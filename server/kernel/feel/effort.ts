// How much one evaluation of a rule may do: items gone through and looked at. Whoever writes a rule may mistake a range, and a rule
// must not stop the server for everybody else.

/** Items one evaluation may go through, in all its lists together. */
export const mostItems = 100_000

/** Thrown inside an evaluation that goes through too much; whoever evaluates gets null. */
export class TooMuchEffort extends RangeError {
  constructor() {
    super(`the rule goes through more than ${mostItems} items`)
  }
}

let depth = 0
let left = mostItems

/** Counts items against what the evaluation under way may still go through. */
export const spend = (items: number): void => {
  left -= items
  if (left < 0 && depth > 0) throw new TooMuchEffort()
}

/** Runs an evaluation; those inside it share what it may spend. */
export const withEffort = <T>(run: () => T): T => {
  if (depth === 0) left = mostItems
  depth += 1
  try {
    return run()
  } finally {
    depth -= 1
  }
}
