// How a table has decided in the last ninety days: at once or not, how long it takes, what sends cases to a person, by version.
// Asked for by those who keep the table and those who oversee it.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Table } from '../../../ui/Table.tsx'
import type { TableDetail } from './queries.ts'

type Figures = TableDetail['figures']
type Reason = Figures['reasons'][number]

const spell = (seconds: number | null, t: T): string => {
  if (seconds === null) return '–'
  if (seconds < 1) return t('rules.figures.underSecond')
  if (seconds < 90) return t('rules.figures.seconds', { n: Math.round(seconds) })
  return seconds < 5400 ? t('rules.figures.minutes', { n: Math.round(seconds / 60) }) : t('rules.figures.hours', { n: Math.round(seconds / 3600) })
}

const because = { documents: 'documents', requirement: 'requirement', result: 'result', discretion: 'discretion', noRow: 'noRow', conflict: 'conflict', open: 'open' } as const

export function TableFigures({ detail: { figures, table } }: { detail: TableDetail }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const word = ({ because: why, row }: Reason): string => {
    const of = table.rows.find(({ id }) => id === row)
    if (of) return textIn(of.reason)
    const known = Object.values(because).find((each) => each === why)
    return known ? t(`rules.why.${known}`) : why
  }
  if (figures.all === 0) return <Card title={t('rules.figures.title')}><p className="tb-muted">{t('rules.figures.none')}</p></Card>
  return (
    <Card title={t('rules.figures.title')}>
      <div className="tb-stack">
      <dl className="rules-figures">
        <div><dt>{t('rules.figures.instant')}</dt><dd>{format.share(figures.instant / figures.all)}</dd></div>
        <div><dt>{t('rules.figures.median')}</dt><dd>{spell(figures.medianSeconds, t)}</dd></div>
        <div><dt>{t('rules.figures.all')}</dt><dd>{format.number(figures.all)}</dd></div>
      </dl>
      {figures.reasons.length > 0 && (
        <>
          <h3>{t('rules.figures.reasons')}</h3>
          <ul className="rules-reasons">{figures.reasons.map((reason) => <li key={`${reason.because} ${reason.row}`}><span>{word(reason)}</span> <b>{t('rules.figures.count', { n: reason.count })}</b></li>)}</ul>
        </>
      )}
      <h3>{t('rules.figures.versions')}</h3>
      <Table
        caption={t('rules.figures.versions')} rows={figures.versions} rowKey={({ version }) => version} selected={({ version }) => version === table.version}
        columns={[
          { key: 'version', header: t('rules.figures.version'), cell: ({ version }) => <><code>{version}</code> {version === table.version && t('rules.figures.present')}</> },
          { key: 'count', header: t('rules.figures.all'), align: 'end', cell: ({ count }) => format.number(count) },
          { key: 'instant', header: t('rules.figures.instant'), align: 'end', cell: ({ instant, count }) => format.share(instant / count) },
          { key: 'last', header: t('rules.figures.last'), cell: ({ lastAt }) => format.instant(lastAt) },
        ]}
      />
      </div>
    </Card>
  )
}
