// A dialog that slides over the page: at the right on a wide screen, from below on a phone. Closes by Escape, by its button and
// by going back.

import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { IconButton } from './Button.tsx'
import { CloseIcon } from './icons.tsx'
import { useBackCloses } from './use-back-closes.ts'
import { useWords } from './words.tsx'
import './sheet.css'

export interface SheetProps {
  readonly title: string
  readonly open: boolean
  /** A small dialog in the middle instead of a sheet at the side. */
  readonly middle?: boolean
  readonly wide?: boolean
  close(): void
  readonly children: ReactNode
}

/** Who opens by a double click does not close by its second half, milliseconds. */
const DOUBLE_CLICK = 500

export function Sheet({ title, open, middle = false, wide = false, close, children }: SheetProps) {
  const say = useWords(COMMON_WORDS)
  useBackCloses(open, close)
  const since = useRef(0)
  useEffect(() => {
    if (open) since.current = performance.now()
  }, [open])
  return (
    <ModalOverlay
      className="veil"
      isOpen={open}
      isDismissable
      shouldCloseOnInteractOutside={() => performance.now() - since.current > DOUBLE_CLICK}
      onOpenChange={(now) => now || close()}
    >
      <Modal className={middle ? 'sheet middle' : wide ? 'sheet wide' : 'sheet'}>
        <Dialog className="sheet-dialog">
          <header className="sheet-head">
            <Heading slot="title">{title}</Heading>
            <IconButton name={say('common.close')} onPress={close}>
              <CloseIcon />
            </IconButton>
          </header>
          <div className="sheet-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
