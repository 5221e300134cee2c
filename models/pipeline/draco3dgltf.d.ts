// The one call of draco3dgltf that the pipeline makes; the package brings no types.
declare module 'draco3dgltf' {
  const draco3d: { createDecoderModule(): Promise<unknown> }
  export default draco3d
}
