// A QR code as one path. Black on white in every theme, with its quiet zone: scanners need it so.
import { encode } from 'uqr'
import './QrCode.css'

export interface QrCodeProps {
  value: string
  /** What it is, for who cannot see it. */
  label: string
}

export function QrCode({ value, label }: QrCodeProps) {
  const { data, size } = encode(value, { border: 3 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className="tb-qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}
