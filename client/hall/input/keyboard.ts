// Keys → intent. Letters work anywhere but in fields and dialogs; arrows only where nothing else needs them.

import type { Intent } from './intent.ts'

type Held = 'forward' | 'back' | 'left' | 'right' | 'turnLeft' | 'turnRight' | 'up' | 'down'

const LETTERS: Readonly<Record<string, Held>> = {
  KeyW: 'forward',
  KeyS: 'back',
  KeyA: 'left',
  KeyD: 'right',
  KeyQ: 'turnLeft',
  KeyE: 'turnRight',
}

const ARROWS: Readonly<Record<string, Held>> = {
  ArrowUp: 'forward',
  ArrowDown: 'back',
  ArrowLeft: 'turnLeft',
  ArrowRight: 'turnRight',
  PageUp: 'up',
  PageDown: 'down',
}

const FIELDS =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** Listens on the window until the returned function is called. `host` is the element around the canvas. */
export function listenToKeys(
  host: HTMLElement,
  intent: Intent,
  wake: () => void,
  mayWalk: () => boolean,
  snapTurn: () => boolean,
): () => void {
  const held = new Set<Held>()
  const apply = () => {
    intent.forward = axis(held, 'forward', 'back')
    intent.right = axis(held, 'right', 'left')
    intent.turn = snapTurn() ? 0 : axis(held, 'turnLeft', 'turnRight')
    intent.pitch = axis(held, 'up', 'down')
  }
  const down = (event: KeyboardEvent) => {
    const key = heldKey(event, host)
    if (!key || event.ctrlKey || event.metaKey || event.altKey || !mayWalk()) return
    event.preventDefault()
    intent.fast = event.shiftKey
    if (!held.has(key) && snapTurn()) intent.snaps += key === 'turnLeft' ? 1 : key === 'turnRight' ? -1 : 0
    held.add(key)
    apply()
    wake()
  }
  const up = (event: KeyboardEvent) => {
    const key = LETTERS[event.code] ?? ARROWS[event.code]
    intent.fast = event.shiftKey
    if (key && held.delete(key)) apply()
  }
  const letGo = () => {
    held.clear()
    apply()
  }
  window.addEventListener('keydown', down)
  window.addEventListener('keyup', up)
  window.addEventListener('blur', letGo)
  return () => {
    window.removeEventListener('keydown', down)
    window.removeEventListener('keyup', up)
    window.removeEventListener('blur', letGo)
  }
}

function heldKey(event: KeyboardEvent, host: HTMLElement): Held | undefined {
  const target = event.target instanceof Element ? event.target : null
  const inHall = !target || target === document.body || host.contains(target)
  if (inHall) return LETTERS[event.code] ?? ARROWS[event.code]
  return target.closest(FIELDS) ? undefined : LETTERS[event.code]
}

const axis = (held: ReadonlySet<Held>, plus: Held, minus: Held) => (held.has(plus) ? 1 : 0) - (held.has(minus) ? 1 : 0)
