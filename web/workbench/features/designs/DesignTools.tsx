// Undo, redo and what became of the last change: saved, on its way, or what keeps it from the server.
// The keys are those of every editor.
import { useEffect } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { DesignInHand, Saving } from './useDesign.ts'

export interface Tools {
  canUndo: boolean
  canRedo: boolean
}

const tones: Readonly<Record<Saving['kind'], Tone>> = { saved: 'success', waiting: 'neutral', saving: 'neutral', offline: 'warning', signedOut: 'danger', refused: 'danger', conflict: 'danger' }

export function useDesignTools(design: DesignInHand): Tools {
  const [canUndo, canRedo] = [design.workspace.past.length > 0 && !design.readOnly, design.workspace.future.length > 0 && !design.readOnly]
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]')) return
      const back = event.key.toLowerCase() === 'z' && !event.shiftKey
      const forward = event.key.toLowerCase() === 'y' || (event.key.toLowerCase() === 'z' && event.shiftKey)
      if (!(back && canUndo) && !(forward && canRedo)) return
      event.preventDefault()
      if (back) design.undo()
      else design.redo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
  return { canUndo, canRedo }
}

export function DesignTools({ design, tools }: { design: DesignInHand; tools: Tools }) {
  const t = useT()
  const { saving } = design
  return (
    <div className="tb-row tb-row-end designs-tools">
      <span role="status"><Chip tone={tones[saving.kind]}>{saving.kind === 'refused' ? saving.message : t(`designs.saving.${saving.kind}`)}</Chip></span>
      <Button variant="quiet" onClick={design.undo} disabledReason={tools.canUndo ? undefined : t('designs.nothingToUndo')} shortcut="Ctrl+Z">{t('designs.undo')}</Button>
      <Button variant="quiet" onClick={design.redo} disabledReason={tools.canRedo ? undefined : t('designs.nothingToRedo')} shortcut="Ctrl+Y">{t('designs.redo')}</Button>
    </div>
  )
}
