// What a service needs otherwise in another place, each thing beside one another. Used by residents and by officials.
import type { Reply } from '../api/client.ts'
import { Table } from '../ui/Table.tsx'
import { useFormat } from './format.ts'
import { useTextIn } from './i18n/content.ts'
import { useT } from './i18n/store.ts'

type Difference = Reply<'compareRegions'>['services'][number]['differences'][number]
type Value = Difference['here']

const depths = ['consult', 'preview', 'accept', 'full'] as const
const ways = ['online', 'agency', 'joint'] as const

/** A value in words, by what it is a value of. */
function useValueText(): (kind: Difference['kind'], value: Value) => string {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const numberText = (kind: Difference['kind'], value: number): string => {
    if (kind === 'fee') return value === 0 ? t('cross-region.noFee') : format.money(value)
    if (kind === 'visits') return t('cross-region.visits', { n: value })
    return value === 0 ? t('cross-region.atOnce') : t('cross-region.days', { n: value })
  }
  return (kind, value) => {
    if (value === null) return t('cross-region.none')
    if (typeof value === 'number') return numberText(kind, value)
    if (Array.isArray(value)) return format.list(ways.filter((way) => value.includes(way)).map((way) => t(`cross-region.way.${way}`))) || t('cross-region.none')
    if (typeof value !== 'string') return textIn(value)
    const depth = depths.find((each) => each === value)
    return depth ? t(`cross-region.depths.${depth}`) : value
  }
}

export function Differences({ one, here, there, caption }: { one: { differences: readonly Difference[] }; here: string; there: string; caption: string }) {
  const t = useT()
  const textIn = useTextIn()
  const text = useValueText()
  return (
    <>
      <p><b>{caption}</b></p>
      <Table
        caption={caption} rows={one.differences} rowKey={({ kind, what }) => `${kind} ${what ? textIn(what) : ''}`}
        columns={[
          { key: 'what', header: t('cross-region.columns.what'), cell: ({ kind }) => t(`cross-region.kinds.${kind}`) },
          { key: 'here', header: t('cross-region.columns.here', { place: here }), cell: ({ kind, here: value }) => text(kind, value) },
          { key: 'there', header: t('cross-region.columns.there', { place: there }), cell: ({ kind, there: value }) => text(kind, value) },
        ]}
      />
    </>
  )
}
