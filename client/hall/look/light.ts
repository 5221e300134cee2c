// How bright the hall is shown, and a city's own model in it. The bench that compares pictures of models uses the same values.

export const EXPOSURE = 1.15

/** Models have no baked light: the hall's environment alone would leave them darker than what stands around them. */
export const MODEL_LIGHT = 1.4
