// Two texts as one list of lines: kept, taken away, added. Long stretches without change are folded.
// The sign stands in front of each line, so that colour is not needed.
import type { Line } from '../../../../server/modules/designs/changes.ts'
import { useT } from '../../../shared/i18n/store.ts'

const context = 3

interface Shown {
  key: string
  line: Line | number
}

/** Lines near a change, and how many are left out between; lines have no name but their place. */
function folded(lines: readonly Line[]): Shown[] {
  const near = lines.map((_, at) => lines.slice(Math.max(0, at - context), at + context + 1).some(({ sign }) => sign !== ' '))
  const shown: (Line | number)[] = []
  lines.forEach((line, at) => {
    const last = shown.at(-1)
    if (near[at]) shown.push(line)
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1
    else shown.push(1)
  })
  return shown.map((line, at) => ({ key: `line ${at}`, line }))
}

export function LineDiff({ lines, label }: { lines: readonly Line[]; label: string }) {
  const t = useT()
  return (
    <div className="designs-diff" role="region" aria-label={label} tabIndex={0}>
      {folded(lines).map(({ key, line }) =>
        typeof line === 'number' ? (
          <div key={key} className="designs-fold">{t('designs.changes.folded', { n: line })}</div>
        ) : (
          <div key={key} data-sign={line.sign}>
            <span aria-hidden="true">{line.sign}</span>
            {line.sign !== ' ' && <span className="tb-hidden">{line.sign === '+' ? t('designs.changes.added') : t('designs.changes.removed')}</span>}
            <code>{line.text || ' '}</code>
          </div>
        ),
      )}
    </div>
  )
}
