// A colleague released another version of a file this design changes: both are shown, and mine goes on only after a look.
import { useState } from 'react'
import { lineChanges } from '../../../../server/modules/designs/changes.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { LineDiff } from './LineDiff.tsx'
import { problemText } from './problem-text.ts'
import type { DesignInHand } from './useDesign.ts'

export function OutdatedNotice({ design }: { design: DesignInHand }) {
  const t = useT()
  const [trouble, setTrouble] = useState('')
  const settle = (file: string, take: 'mine' | 'inForce') => design.rebase(file, take).catch((error: unknown) => setTrouble(problemText(error, t)))
  return design.detail.outdated.map(({ file, inForce }) => (
    <Notice key={file} tone="warning" title={t('designs.outdated.title', { file })} actions={!design.readOnly && <><Button variant="ghost" onClick={() => void settle(file, 'mine')}>{t('designs.outdated.mine')}</Button><Button variant="quiet" onClick={() => void settle(file, 'inForce')}>{t('designs.outdated.inForce')}</Button></>}>
      <p>{t('designs.outdated.text')}</p>
      {trouble && <p>{trouble}</p>}
      <LineDiff lines={lineChanges(inForce ?? '', design.workspace.now.texts[file] ?? '')} label={t('designs.outdated.title', { file })} />
    </Notice>
  ))
}
