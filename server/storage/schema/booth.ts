// Rows of booths: what a city says of itself. Its 3D model is another noun's row.

export interface BoothTable {
  /** City id, or `guest`. */
  id: string
  summary_zh: string
  summary_en: string
  /** 1: the city has not yet written its own. */
  summary_is_sample: number
  revision: number
  changed_at: number
}

export interface BoothTables {
  booth: BoothTable
}
