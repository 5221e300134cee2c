// The house's own small facts.

export interface HouseTable {
  key: string
  value: string
}

export interface HouseTables {
  house: HouseTable
}
