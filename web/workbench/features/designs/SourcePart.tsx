// The files themselves, for whatever the forms do not offer. What is written here is what is kept, and the forms follow.
// A finding leads to its line; findings of the file stand beside it.
import { useEffect, useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { ArchiveCard } from './ArchiveCard.tsx'
import type { PartProps } from './DesignPage.tsx'

export function SourcePart({ design, parts }: PartProps) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const own = design.workspace.items[design.about]?.file ?? ''
  const file = search.get('file') ?? own
  const line = Number(search.get('line') ?? 0)
  const box = useRef<HTMLDivElement>(null)
  const text = design.workspace.now.texts[file]
  const isHere = text !== undefined
  const { openText } = design
  useEffect(() => {
    void openText(file)
  }, [openText, file])
  useEffect(() => {
    const area = box.current?.querySelector('textarea')
    if (!area || line < 1 || !isHere) return
    const before = area.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
    area.focus()
    area.setSelectionRange(before, before + (area.value.split('\n')[line - 1]?.length ?? 0))
    area.scrollTop = Math.max(0, (line - 6) * Number.parseFloat(getComputedStyle(area).lineHeight))
    // When the place changes or the file has come, not at every stroke.
  }, [file, line, isHere])
  const files = [...new Set([...parts.files, ...Object.keys(design.workspace.now.texts), own])].filter((each) => each !== '').sort()
  const findings = design.examination.findings.filter((finding) => finding.file === file)
  return (
    <>
      <Card title={t('designs.source.title')}>
        <div className="tb-stack">
          <p className="tb-muted">{t('designs.source.lead')}</p>
          <Select label={t('designs.source.file')} value={file} onChange={(next) => void navigate(paths.workbenchDesign({ design: design.id }, { part: 'source', file: next }))} options={files.map((each) => ({ value: each, label: each }))} />
          {text === null && <Notice compact>{t('designs.source.nothing')}</Notice>}
          <div ref={box} className="designs-source">
            <TextArea label={t('designs.source.text', { file })} labelHidden rows={28} readOnly={design.readOnly} value={text ?? ''} onChange={(next) => design.editText(file, next)} />
          </div>
          {findings.map((finding) => <Notice key={JSON.stringify(finding)} tone="danger" compact><b>{t('designs.findings.line', { line: finding.line })}</b> {textIn(finding.message)}</Notice>)}
        </div>
      </Card>
      <ArchiveCard design={design} />
    </>
  )
}
