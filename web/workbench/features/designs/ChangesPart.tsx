// What the design changes against what is in force: item by item in words, and line by line on demand.
// This is what a reviewer reads.
import { useState } from 'react'
import { fileChanges, lineChanges, isRecord, type FileChanges, type Part, type Value } from '../../../../server/modules/designs/changes.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useLanguage, useT, type T } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import type { Tone } from '../../../ui/tone.ts'
import zh from '../../../shared/i18n/zh-CN/design-words.ts'
import type { PartProps } from './DesignPage.tsx'
import { shownText } from './fields.ts'
import { LineDiff } from './LineDiff.tsx'

const tones: Readonly<Record<FileChanges['change'], Tone>> = { added: 'success', removed: 'danger', changed: 'azure' }

export function ChangesPart({ design, parts }: PartProps) {
  const t = useT()
  const names = useNames(parts)
  const base = new Map(design.detail.files.map(({ file, base: text }) => [file, text]))
  const changed = design.detail.files.map(({ file, content }) => ({ file, before: base.get(file) ?? null, after: design.workspace.now.texts[file] === undefined ? content : (design.workspace.now.texts[file] ?? null) }))
    .flatMap(({ file, before, after }) => { const changes = fileChanges(file, before, after); return changes ? [{ changes, before, after }] : [] })
  if (changed.length === 0) return <EmptyState icon="file" title={t('designs.changes.none')}><p>{t('designs.changes.noneText')}</p></EmptyState>
  return changed.map(({ changes, before, after }) => <FileCard key={changes.file} names={names} changes={changes} before={before ?? ''} after={after ?? ''} />)
}

/** What ids are called: services, fields, documents. */
function useNames(parts: PartProps['parts']): ReadonlyMap<string, string> {
  const textIn = useTextIn()
  return new Map([...parts.services, ...parts.concepts, ...parts.evidence].map(({ id, name }) => [id, textIn(name)]))
}

function FileCard({ changes, before, after, names }: { changes: FileChanges; before: string; after: string; names: ReadonlyMap<string, string> }) {
  const t = useT()
  const english = useLanguage() === 'en'
  const [lines, setLines] = useState(false)
  return (
    <Card title={changes.file} aside={<><Chip tone={tones[changes.change]}>{t(`designs.changes.${changes.change}`)}</Chip><Button variant="plain" aria-pressed={lines} onClick={() => setLines(!lines)}>{lines ? t('designs.changes.words') : t('designs.changes.lines')}<span className="tb-hidden"> {changes.file}</span></Button></>}>
      {lines || !changes.readable ? (
        <LineDiff lines={lineChanges(before, after)} label={t('designs.changes.linesOf', { file: changes.file })} />
      ) : (
        <div className="tb-stack">
          {changes.items.map(({ kind, id, name, change, parts }) => (
            <section key={`${kind}/${id}`} aria-label={id}>
              <h3>{shownText(name, english) || id} <small className="tb-muted">{id}</small> <Chip tone={tones[change]}>{t(`designs.changes.${change}`)}</Chip></h3>
              <ul className="designs-parts-changed">
                {(change === 'changed' ? parts : parts.flatMap(opened)).map((part) => <PartLine key={part.path.join('/')} part={part} names={names} />)}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Card>
  )
}

/** A whole item, key by key. */
function opened({ before, after }: Part): Part[] {
  const value = after ?? before
  if (!isRecord(value)) return []
  return Object.entries(value).filter(([, each]) => !Array.isArray(each) || each.length > 0).map(([key, each]) => ({ path: [key], ...(after === undefined ? { before: each } : { after: each }) }))
}

type Names = ReadonlyMap<string, string>

/** A key of pack files, or the name of the item with this id. */
function wordFor(key: string, names: Names, t: T): string {
  return key in zh.keys ? t(`design-words.keys.${key}` as 'design-words.keys.name') : (names.get(key) ?? key)
}

function PartLine({ part: { path, before, after }, names }: { part: Part; names: Names }) {
  const t = useT()
  return (
    <li>
      <b>{path.map((key) => wordFor(key, names, t)).join(' › ')}</b>
      {before !== undefined && <del><span className="tb-hidden">{t('designs.changes.before')}</span>{shown(before, names, t)}</del>}
      {after !== undefined && <ins><span className="tb-hidden">{t('designs.changes.after')}</span>{shown(after, names, t)}</ins>}
    </li>
  )
}

/** Keys that only say which item is meant. */
const naming = new Set(['id', 'concept', 'service'])

/** A value as people read it: texts by language, items by their names, the rest as written. */
function shown(value: Value, names: Names, t: T): string {
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
  if (Array.isArray(value)) return value.map((each) => shown(each, names, t)).join('、')
  if (!isRecord(value)) return names.get(String(value)) ?? String(value)
  if ('zh-CN' in value) return Object.values(value).map(String).join(' / ')
  const [head = [], rest = []] = [Object.entries(value).filter(([key]) => naming.has(key)), Object.entries(value).filter(([key]) => !naming.has(key))]
  const details = rest.map(([key, each]) => `${wordFor(key, names, t)}：${shown(each, names, t)}`).join('；')
  return [head.map(([, each]) => shown(each, names, t)).join(' '), details].filter((each) => each !== '').join(' ')
}
