// A button whose press goes to the server: while the line is lost it cannot be pressed, so that nothing stale is sent later.
// It keeps the focus meanwhile: a line that is gone for a second must not throw a keyboard back to the top of the page.

import { Button, type ButtonProps } from '../ui/Button.tsx'
import { useNoun } from '../ui/use-app.tsx'

export function LineButton({ onPress, ...rest }: ButtonProps) {
  const on = useNoun('connection', ({ status }) => status === 'on')
  return <Button {...rest} aria-disabled={!on} onPress={() => (on ? onPress?.() : undefined)} />
}
