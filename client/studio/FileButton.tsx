// A button that takes one file: the browser's own field, with the house's look. What becomes of the file is its caller's.

import { useId } from 'react'

interface FileButtonProps {
  readonly name: string
  /** Endings and types, as the browser's field takes them. */
  readonly accept: string
  readonly busy?: boolean
  take(file: File): void
}

export function FileButton({ name, accept, busy = false, take }: FileButtonProps) {
  const id = useId()
  return (
    <div className="file-button">
      <input
        id={id}
        className="hidden-text"
        type="file"
        accept={accept}
        aria-busy={busy}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file again, after it was mended, is a change as well.
          event.target.value = ''
          if (file) take(file)
        }}
      />
      <label htmlFor={id} className="button second small">
        {name}
      </label>
    </div>
  )
}
