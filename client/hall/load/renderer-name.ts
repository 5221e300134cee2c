// Asks once, on a throw-away context, whether WebGL 2 is there and who draws: for the first level and for an honest no.

/** The renderer's name ('' where the browser hides it), or null without WebGL 2. */
export function rendererName(): string | null {
  const context = document.createElement('canvas').getContext('webgl2')
  if (!context) return null
  const info = context.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = info ? context.getParameter(info.UNMASKED_RENDERER_WEBGL) : ''
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof name === 'string' ? name : ''
}
