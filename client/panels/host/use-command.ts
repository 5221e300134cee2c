// Sending a command from a control: says the refusal aloud where there is one.

import type { CommandBody } from '../../ui/actions.ts'
import { useRefusal } from '../../ui/refusal.tsx'
import { useActions } from '../../ui/use-app.tsx'

/** @returns whether the command took effect */
export function useCommand(): (body: CommandBody) => Promise<boolean> {
  const { session, say } = useActions()
  const refusal = useRefusal()
  return async (body) => {
    const reply = await session.command(body)
    if (!reply.ok) say(refusal(reply), 'urgent')
    return reply.ok
  }
}
