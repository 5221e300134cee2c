// HallScreen
export function HallScreen({ spot }: { readonly spot: string | null }) {
  return <p>{spot}</p>
}
