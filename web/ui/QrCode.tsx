// A QR code as one path. Black on white in every theme, with its quiet zone: scanners need it so.
import encodeQR from 'qr'
import './QrCode.css'

export interface QrCodeProps {
  value: string
  /** What it is, for who cannot see it. */
  label: string
}

const quiet = 3

export function QrCode({ value, label }: QrCodeProps) {
  // Low error correction keeps long codes readable: the larger the squares, the better; nothing covers a code on a screen.
  const rows = encodeQR(value, 'raw', { border: quiet, ecc: 'low' })
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className="tb-qr" role="img" aria-label={label} viewBox={`0 0 ${rows.length} ${rows.length}`} shapeRendering="crispEdges">
      <rect width={rows.length} height={rows.length} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}
