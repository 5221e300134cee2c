// Runs in the page before anything else: counts what the hall costs there. Plain script, no imports; figures in window.__bench.
// JavaScript per frame is taken without the time inside WebGL calls: software GL blocks in them, a real GPU doesn't.

;(() => {
  const bench = {
    /** Milliseconds inside WebGL calls so far, and the longer ones of them as [start, duration]. */
    gl: 0,
    glCalls: [],
    /** Of each animation frame that drew: [all, without WebGL], ms. */
    frames: [],
    /** Long tasks as [start, duration]. */
    long: [],
    commits: 0,
    /** Draws of the frame under way; ranges are what multi-draws hold. */
    draws: 0,
    ranges: 0,
    /** The many short WebGL calls, milliseconds summed by hundredths of a second of their start. */
    short: new Map(),
    textures: new Map(),
    buffers: new Map(),
    bufferBytes: () => [...bench.buffers.values()].reduce((sum, bytes) => sum + bytes, 0),
    textureBytes: () => [...bench.textures.values()].reduce((sum, bytes) => sum + bytes, 0),
    /** A long task's own time: without what it spent in WebGL. */
    longOwn: () =>
      bench.long.map(([start, duration]) => {
        const inside = bench.glCalls.filter(([at]) => at >= start && at < start + duration)
        const within = [...bench.short].filter(([at]) => at * 10 >= start && (at + 1) * 10 <= start + duration)
        const gl = [...inside, ...within].reduce((sum, [, ms]) => sum + ms, 0)
        return [start, duration, Math.max(0, duration - gl)]
      }),
  }
  window.__bench = bench

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.long.push([startTime, duration])
  }).observe({ type: 'longtask', buffered: true })

  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    onCommitFiberRoot: () => {
      bench.commits++
    },
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    checkDCE() {},
  }

  const timed = (work) =>
    function (...args) {
      const start = performance.now()
      try {
        return work.apply(this, args)
      } finally {
        const ms = performance.now() - start
        bench.gl += ms
        if (ms > 0.2) bench.glCalls.push([start, ms])
        else {
          const at = Math.floor(start / 10)
          bench.short.set(at, (bench.short.get(at) ?? 0) + ms)
        }
      }
    }

  const frame = window.requestAnimationFrame.bind(window)
  window.requestAnimationFrame = (work) =>
    frame((now) => {
      const gl = bench.gl
      const drawn = bench.draws
      const start = performance.now()
      work(now)
      const all = performance.now() - start
      if (bench.draws > drawn) bench.frames.push([all, all - (bench.gl - gl)])
    })

  /** Bytes of a texel by internal format; what is not listed counts as four. */
  const COMPRESSED = {
    ...{ 0x9274: 0.5, 0x9275: 0.5, 0x9278: 1, 0x9279: 1, 0x8e8c: 1, 0x8e8d: 1, 0x93b0: 1, 0x93d0: 1 },
    ...{ 0x83f0: 0.5, 0x83f1: 0.5, 0x83f3: 1, 0x8c4c: 0.5, 0x8c4d: 0.5, 0x8c4f: 1 },
  }
  const TEXEL = {
    ...COMPRESSED,
    0x8229: 1,
    0x822b: 2,
    0x8d94: 4,
    0x8236: 4,
    0x881a: 8,
    0x8814: 16,
    0x822d: 2,
    0x8cac: 4,
    0x88f0: 4,
  }
  /** Textures whose first level alone has been counted. */
  const single = new Set()
  const buffers = new Map()
  let unit = 0
  const bindings = new Map()
  const key = (target) => `${unit}:${target >= 0x8515 && target <= 0x851a ? 0x8513 : target}`
  const current = (target) => bindings.get(key(target))
  const add = (texture, bytes) => texture && bench.textures.set(texture, (bench.textures.get(texture) ?? 0) + bytes)
  const watch = {
    activeTexture: (texture) => {
      unit = texture
    },
    bindTexture: (target, texture) => bindings.set(key(target), texture),
    texStorage2D: (target, levels, format, width, height) => {
      let bytes = 0
      for (let i = 0; i < levels; i++)
        bytes += Math.max(1, width >> i) * Math.max(1, height >> i) * (TEXEL[format] ?? 4)
      add(current(target), target === 0x8513 ? bytes * 6 : bytes)
    },
    texImage2D: (target, level, format, ...rest) => {
      const source = rest.length >= 5 ? null : rest[rest.length - 1]
      const width = source ? (source.width ?? 0) : rest[0]
      const height = source ? (source.height ?? 0) : rest[1]
      const texture = current(target)
      const faces = target >= 0x8515 && target <= 0x851a
      if (level === 0 && !faces) bench.textures.set(texture, 0)
      if (level === 0) single.add(texture)
      add(texture, width * height * (TEXEL[format] ?? 4))
    },
    generateMipmap: (target) => {
      const texture = current(target)
      if (single.delete(texture)) add(texture, (bench.textures.get(texture) ?? 0) / 3)
    },
    deleteTexture: (texture) => bench.textures.delete(texture),
    bindBuffer: (target, buffer) => buffers.set(target, buffer),
    bufferData: (target, data) => {
      const buffer = buffers.get(target)
      if (buffer) bench.buffers.set(buffer, typeof data === 'number' ? data : data.byteLength)
    },
    deleteBuffer: (buffer) => bench.buffers.delete(buffer),
    renderbufferStorageMultisample: (_target, samples, format, width, height) =>
      bench.textures.set(`buffer ${bench.textures.size}`, width * height * (TEXEL[format] ?? 4) * Math.max(1, samples)),
    drawElements: () => bench.draws++,
    drawArrays: () => bench.draws++,
    drawElementsInstanced: () => bench.draws++,
    drawArraysInstanced: () => bench.draws++,
  }

  // Making a context waits for the GPU's process as well.
  const canvas = HTMLCanvasElement.prototype
  const getContext = canvas.getContext
  const timedContext = timed(getContext)
  canvas.getContext = function (type, ...rest) {
    return (String(type).startsWith('webgl') ? timedContext : getContext).call(this, type, ...rest)
  }

  const prototype = WebGL2RenderingContext.prototype
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const { value } = Object.getOwnPropertyDescriptor(prototype, name) ?? {}
    if (typeof value !== 'function' || name === 'constructor') continue
    const spy = watch[name]
    const run = timed(value)
    prototype[name] = spy
      ? function (...args) {
          spy(...args)
          return run.apply(this, args)
        }
      : run
  }
  const getExtension = prototype.getExtension
  prototype.getExtension = function (name) {
    const extension = getExtension.call(this, name)
    if (name !== 'WEBGL_multi_draw' || !extension || extension.watched) return extension
    const draw = timed(extension.multiDrawElementsWEBGL)
    extension.watched = true
    extension.multiDrawElementsWEBGL = function (...args) {
      bench.draws++
      bench.ranges += args[args.length - 1]
      return draw.apply(this, args)
    }
    return extension
  }
})()
