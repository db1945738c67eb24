// Two people changed the same file: what the colleague saved beside what is written here, and the choice between them, file by file.
// Whatever is not chosen stays one step back.
import { useState } from 'react'
import { lineChanges } from '../../../../server/modules/designs/changes.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { LineDiff } from './LineDiff.tsx'
import type { DesignInHand } from './useDesign.ts'

export function ConflictDialog({ design }: { design: DesignInHand }) {
  const t = useT()
  const format = useFormat()
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  if (design.saving.kind !== 'conflict') return null
  const { files } = design.saving.conflict
  return (
    <Dialog open onClose={() => undefined} stay size="wide" title={t('designs.conflict.title')} footer={<Button onClick={() => design.settle([...theirs])}>{t('designs.conflict.settle')}</Button>}>
      <div className="tb-stack">
        <p>{t('designs.conflict.text')}</p>
        {files.map(({ file, content, savedBy, savedAt }) => (
          <section key={file} className="tb-stack" aria-label={file}>
            <p><b>{file}</b> · {t('designs.conflict.by', { name: savedBy, time: format.instant(savedAt) })}</p>
            <LineDiff lines={lineChanges(content ?? '', design.workspace.now.texts[file] ?? '')} label={t('designs.conflict.diff', { file })} />
            <RadioGroup
              label={t('designs.conflict.which')} inline value={theirs.has(file) ? 'theirs' : 'mine'}
              onChange={(value) => setTheirs(new Set(value === 'theirs' ? [...theirs, file] : [...theirs].filter((each) => each !== file)))}
              options={[{ value: 'mine', label: t('designs.conflict.mine') }, { value: 'theirs', label: t('designs.conflict.theirs', { name: savedBy }) }]}
            />
          </section>
        ))}
      </div>
    </Dialog>
  )
}
