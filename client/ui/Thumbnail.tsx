// A model made small, beside where it is named. Nothing where there is no picture of it yet.

import { THUMBNAIL } from '../../shared/model/stills.ts'
import { filePath } from './paths.ts'

/** The name beside it says what it is: no words of its own. @param of hash of the picture */
export function Thumbnail({ of, className }: { readonly of: string | null | undefined; readonly className: string }) {
  if (!of) return null
  const { width, height } = THUMBNAIL
  return <img className={className} src={filePath(of)} alt="" width={width} height={height} loading="lazy" />
}
