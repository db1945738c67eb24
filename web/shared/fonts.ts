// Gives Chinese letters to a machine that has none; everyone else downloads nothing.
// The list of font slices is 43 KB gzipped, so it is fetched after the first paint and only when needed.

/** Fetches the fallback font once the first paint is over, if this machine cannot draw Chinese. */
export function loadFontsAfterPaint(): void {
  requestAnimationFrame(() => {
    setTimeout(() => {
      if (!drawsChinese()) void import('@fontsource-variable/noto-sans-sc/wght.css')
    })
  })
}

/** Without a Chinese font both letters are drawn as the same empty box. */
function drawsChinese(): boolean {
  const [first, second] = ['通', '办'].map(drawn)
  return first !== undefined && first !== second
}

function drawn(letter: string): string | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 24
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.textBaseline = 'top'
  context.font = `20px ${getComputedStyle(document.documentElement).getPropertyValue('--font')}`
  context.fillText(letter, 2, 2)
  return context.getImageData(0, 0, 24, 24).data.join()
}
