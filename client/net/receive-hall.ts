// What the server tells of the hall goes into the hall's store; what it tells of uploads into the uploads'.

import { kindOfName } from '../../shared/booth/files.ts'
import type { HallSnapshot } from '../../shared/protocol/wire.ts'
import { withFile } from '../state/file-store.ts'
import { withBooth } from '../state/hall-store.ts'
import type { Stores } from '../state/stores.ts'
import { withLives, withLocks, withNews } from '../state/studio-store.ts'
import { withProgress } from '../state/upload-store.ts'
import type { Line } from './socket.ts'

export function receiveHall(line: Line, stores: Stores): void {
  const { hall, upload, file } = stores
  line.on('hall:sessions', (sessions) => hall.setState({ sessions }))
  line.on('hall:plates', (plates) => hall.setState({ plates }))
  line.on('hall:counts', (counts) => hall.setState({ counts }))
  line.on('booth:changed', (booth) => hall.setState((state) => withBooth(state, booth)))
  const changed = ({ booth }: { readonly booth: string }) => stores.studio.setState((state) => withNews(state, booth))
  line.on('booth:draft', changed)
  line.on('booth:life', (life) => {
    changed(life)
    stores.studio.setState(withLives)
  })
  line.on('booth:locks', ({ booth, locks }) => stores.studio.setState((state) => withLocks(state, booth, locks)))
  line.on('model:progressed', (progress) => {
    if (kindOfName(progress.name)) file.setState((state) => withFile(state, progress))
    else upload.setState((state) => withProgress(state, progress))
  })
}

/** Takes the hall as it is after entering or coming back. */
export function takeHall(stores: Stores, snapshot: HallSnapshot): void {
  stores.person.setState({ me: snapshot.me, known: true })
  stores.hall.setState({
    booths: Object.fromEntries(snapshot.booths.map((booth) => [booth.id, booth])),
    sessions: snapshot.sessions,
    plates: snapshot.plates,
    handle: snapshot.handle,
  })
  stores.live.ownHandle = snapshot.handle
}
