// A QR code as one path: drawn here, no picture asked from anywhere.

import { create } from 'qrcode'
import { useMemo } from 'react'

/** The dark modules of a text's code as an SVG path in a square of `size` units, quiet zone left to the frame. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
  }
  return { path, size: modules.size }
}

export function Qr({ text, name }: { readonly text: string; readonly name: string }) {
  const { path, size } = useMemo(() => qrPath(text), [text])
  return (
    <svg
      className="qr"
      viewBox={`-2 -2 ${size + 4} ${size + 4}`}
      role="img"
      aria-label={name}
      shapeRendering="crispEdges"
    >
      <rect x="-2" y="-2" width={size + 4} height={size + 4} fill="#fff" />
      <path d={path} fill="#1f1b17" />
    </svg>
  )
}
