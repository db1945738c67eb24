// The figures that show what is saved: before, struck out; now, large; the difference in words.
// Every figure can lead to its trace, so nothing here has to be believed.
import type { ReactNode } from 'react'
import { useFormat } from '../shared/format.ts'
import { useT } from '../shared/i18n/store.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import './SavingNumbers.css'

export interface Saving {
  id: string
  label: string
  before: number
  after: number
  /** Written after the new figure: 天. */
  unit?: string
  /** The difference in words: 少填 68%. Left out when nothing is saved. */
  saved?: string
}

export interface SavingNumbersProps {
  /** What the figures are about, for screen readers. */
  label: string
  items: readonly Saving[]
  /** A link or button to the trace of the figures. */
  trace?: ReactNode
}

export function SavingNumbers({ label, items, trace }: SavingNumbersProps) {
  const t = useT()
  const format = useFormat()
  return (
    <section className="tb-savings" aria-label={label}>
      <dl>
        {items.map((item) => (
          <div key={item.id}>
            <dt>{item.label}</dt>
            <dd>
              {item.before !== item.after && (
                <s>
                  <VisuallyHidden>{t('ui.savings.before')}</VisuallyHidden>
                  {format.number(item.before)}
                </s>
              )}
              <b>
                <VisuallyHidden>{t('ui.savings.after')}</VisuallyHidden>
                {format.number(item.after)}
                {item.unit && <span> {item.unit}</span>}
              </b>
            </dd>
            {item.saved && <dd className="tb-saved">{item.saved}</dd>}
          </div>
        ))}
      </dl>
      {trace && <div className="tb-savings-trace">{trace}</div>}
    </section>
  )
}
