// Which keys take a step of the booth back or forth.

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'defaultPrevented' | 'target'
>

/** The step a key asks for; null inside a text field or a dialog, where the keys are theirs. */
export function stepOfKey(event: Pressed): 'undo' | 'redo' | null {
  if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return null
  if (isElement(event.target) && event.target.closest(THEIR_OWN)) return null
  const key = event.key.toLowerCase()
  if (key === 'y' && !event.shiftKey) return 'redo'
  if (key !== 'z') return null
  return event.shiftKey ? 'redo' : 'undo'
}

const THEIR_OWN =
  'textarea, [contenteditable], [role="dialog"], input:not([type="checkbox"], [type="radio"], [type="color"], [type="file"])'

const isElement = (target: EventTarget | null): target is Element => target !== null && 'closest' in target
