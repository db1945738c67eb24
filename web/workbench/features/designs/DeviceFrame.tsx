// A screen inside the screen: a frame with a document of its own, so that widths, elder mode and theme are those of the device shown.
// Its content is drawn by this page; nothing is loaded from anywhere.
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { currentLanguage } from '../../../shared/i18n/store.ts'

export interface Device {
  width: number
  height: number
  /** as in web/ui/tokens.css */
  mode?: 'elder'
}

interface Props {
  title: string
  device: Device
  theme: 'light' | 'dark'
  children: ReactNode
}

function copyStyles(target: Document): void {
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) target.head.append(target.importNode(sheet, true))
}

/** What tokens.css reads from the root. */
function look(root: HTMLElement, mode: Device['mode'], theme: Props['theme']): void {
  root.setAttribute('lang', currentLanguage())
  root.setAttribute('data-theme', theme)
  root.setAttribute('data-mode', mode ?? 'normal')
}

export function DeviceFrame({ title, device, theme, children }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [body, setBody] = useState<HTMLElement>()

  useLayoutEffect(() => {
    const inside = frame.current?.contentDocument
    if (!inside) return
    inside.head.replaceChildren()
    copyStyles(inside)
    inside.title = title
    setBody(inside.body)
  }, [title])

  useLayoutEffect(() => {
    const root = frame.current?.contentDocument?.documentElement
    if (root) look(root, device.mode, theme)
  }, [body, device.mode, theme])

  return (
    <div className="designs-device" style={{ inlineSize: `min(100%, ${device.width + 24}px)` }}>
      <iframe ref={frame} title={title} style={{ inlineSize: '100%', blockSize: `${device.height}px` }} />
      {body && createPortal(<main className="designs-preview tb-stack">{children}</main>, body)}
    </div>
  )
}
