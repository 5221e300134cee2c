// A button whose press goes to the server: while the line is lost it cannot be pressed, so that nothing stale is sent later.

import { Button, type ButtonProps } from '../ui/Button.tsx'
import { useNoun } from '../ui/use-app.tsx'

export function LineButton({ disabled = false, ...rest }: ButtonProps) {
  const on = useNoun('connection', ({ status }) => status === 'on')
  return <Button {...rest} disabled={disabled || !on} />
}
