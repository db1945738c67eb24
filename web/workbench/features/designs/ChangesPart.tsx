// What the design changes against what is in force: item by item in words, and line by line on demand.
// This is what a reviewer reads.
import { useState } from 'react'
import { fileChanges, lineChanges, isRecord, type FileChanges, type Part, type Value } from '../../../../server/modules/designs/changes.ts'
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import type { Tone } from '../../../ui/tone.ts'
import zh from '../../../shared/i18n/zh-CN/designs.ts'
import type { PartProps } from './DesignPage.tsx'
import { shownText } from './fields.ts'
import { LineDiff } from './LineDiff.tsx'

const tones: Readonly<Record<FileChanges['change'], Tone>> = { added: 'success', removed: 'danger', changed: 'azure' }

export function ChangesPart({ design }: PartProps) {
  const t = useT()
  const base = new Map(design.detail.files.map(({ file, base: text }) => [file, text]))
  const changed = design.detail.files.map(({ file, content }) => ({ file, before: base.get(file) ?? null, after: design.workspace.now.texts[file] === undefined ? content : (design.workspace.now.texts[file] ?? null) }))
    .flatMap(({ file, before, after }) => { const changes = fileChanges(file, before, after); return changes ? [{ changes, before, after }] : [] })
  if (changed.length === 0) return <EmptyState icon="file" title={t('designs.changes.none')}><p>{t('designs.changes.noneText')}</p></EmptyState>
  return changed.map(({ changes, before, after }) => <FileCard key={changes.file} changes={changes} before={before ?? ''} after={after ?? ''} />)
}

function FileCard({ changes, before, after }: { changes: FileChanges; before: string; after: string }) {
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
                {(change === 'changed' ? parts : parts.flatMap(opened)).map((part) => <PartLine key={part.path.join('/')} part={part} />)}
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

function PartLine({ part: { path, before, after } }: { part: Part }) {
  const t = useT()
  const word = (key: string) => (key in zh.keys ? t(`designs.keys.${key}` as 'designs.keys.name') : key)
  return (
    <li>
      <b>{path.map(word).join(' › ')}</b>
      {before !== undefined && <del><span className="tb-hidden">{t('designs.changes.before')}</span>{shown(before, t)}</del>}
      {after !== undefined && <ins><span className="tb-hidden">{t('designs.changes.after')}</span>{shown(after, t)}</ins>}
    </li>
  )
}

/** A value as people read it: texts by language, lists as lists, the rest as written. */
function shown(value: Value, t: ReturnType<typeof useT>): string {
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
  if (Array.isArray(value)) return value.map((each) => shown(each, t)).join('、')
  if (isRecord(value)) return 'zh-CN' in value ? Object.values(value).map(String).join(' / ') : Object.entries(value).map(([key, each]) => `${key}: ${shown(each, t)}`).join('；')
  return String(value)
}
