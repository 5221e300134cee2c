// Who may change a booth: its city's staff, and the operator.

export const mayEdit = (
  me: { readonly cities: readonly string[]; readonly house: readonly string[] },
  booth: string,
): boolean => me.cities.includes(booth) || me.house.includes('operator')
