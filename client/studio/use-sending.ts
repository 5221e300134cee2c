// A field's file on its way: sent at once, one at a time, taken only when it is of the field's kind; why not is said in the field.

import { useRef, useState } from 'react'
import type { CityFile, FileKind } from '../../shared/booth/files.ts'
import type { UploadRefusal } from '../state/upload-store.ts'
import { useActions } from '../ui/use-app.tsx'
import { useStayAsked } from './use-stay-asked.ts'

export interface Sending {
  readonly sending: boolean
  /** How much of it is sent, percent. */
  readonly sent: number
  readonly refused: UploadRefusal | null
  send(file: File): Promise<void>
}

const OTHER_KIND = {
  picture: 'model.file-not-picture',
  film: 'model.file-not-film',
  pdf: 'model.file-not-pdf',
} as const satisfies Readonly<Record<FileKind, string>>

/** @param taken gets the file as it is kept */
export function useSending(city: string, kind: FileKind, taken: (file: CityFile) => void): Sending {
  const { upload } = useActions()
  const [sending, setSending] = useState(false)
  const [percent, setPercent] = useState(0)
  const [refused, setRefused] = useState<UploadRefusal | null>(null)
  // What was typed while the file was on its way is not to be undone by it.
  const latest = useRef(taken)
  latest.current = taken
  useStayAsked(sending)
  const send = async (file: File) => {
    if (sending) return
    setSending(true)
    setRefused(null)
    setPercent(0)
    const sent = await upload.file(city, file, setPercent)
    setSending(false)
    if (!sent.ok) setRefused(sent)
    else if (sent.value.kind !== kind) setRefused({ code: OTHER_KIND[kind] })
    else latest.current(sent.value)
  }
  return { sending, sent: percent, refused, send }
}
