// The pack as one file, to take along and to bring back: an archive of its files, as they are.
import { useRef, useState } from 'react'
import { addressOf, api } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { problemText } from './problem-text.ts'
import { toLoaded } from './queries.ts'
import type { DesignInHand } from './useDesign.ts'

export function ArchiveCard({ design }: { design: DesignInHand }) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const bring = async (file: File) => {
    setBusy(true)
    setTrouble('')
    try {
      await design.flush()
      const form = new FormData()
      form.append('file', file)
      const loaded = toLoaded(await api('importDesign', { params: { id: design.id } }, { form }))
      design.take(loaded)
      toast(t('designs.archive.brought'))
      location.reload()
    } catch (error) {
      setTrouble(problemText(error, t))
    }
    setBusy(false)
  }
  return (
    <Card title={t('designs.archive.title')}>
      <div className="tb-stack">
        <p className="tb-muted">{t('designs.archive.lead')}</p>
        {trouble && <Notice tone="danger" live="assertive">{trouble}</Notice>}
        <div className="tb-row">
          <a className="tb-button" data-variant="ghost" href={addressOf('exportDesign', { id: design.id })} download>{t('designs.archive.take')}</a>
          {!design.readOnly && <Button variant="ghost" icon="upload" busy={busy} onClick={() => input.current?.click()}>{t('designs.archive.bring')}</Button>}
          <input ref={input} type="file" accept=".zip,application/zip" hidden aria-label={t('designs.archive.bring')} onChange={({ target }) => { const [file] = target.files ?? []; if (file) void bring(file); target.value = '' }} />
        </div>
      </div>
    </Card>
  )
}
