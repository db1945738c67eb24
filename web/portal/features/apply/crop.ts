// The part of a photograph that is the document: edges as shares of the picture, kept apart and inside.
// Pure; CameraDialog.tsx draws it.

/** Each edge as a share of the picture, from its left or top. */
export interface Crop {
  left: number
  right: number
  top: number
  bottom: number
}

export type Edge = keyof Crop

/** What is left of the picture is never narrower than this. */
const least = 0.1

export const wholePicture: Crop = { left: 0, right: 1, top: 0, bottom: 1 }

const opposite = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const satisfies Record<Edge, Edge>

/** Moves one edge, as far as the other lets it. */
export function moveEdge(crop: Crop, edge: Edge, to: number): Crop {
  const other = crop[opposite[edge]]
  const value = edge === 'left' || edge === 'top' ? Math.min(Math.max(0, to), other - least) : Math.max(Math.min(1, to), other + least)
  return { ...crop, [edge]: value }
}

/** In pixels of a picture of this size. */
export function cropBox(crop: Crop, width: number, height: number): { x: number; y: number; width: number; height: number } {
  const x = Math.round(crop.left * width)
  const y = Math.round(crop.top * height)
  return { x, y, width: Math.round(crop.right * width) - x, height: Math.round(crop.bottom * height) - y }
}
