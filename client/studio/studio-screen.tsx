// StudioScreen
export function StudioScreen({ city }: { readonly city: string }) {
  return <p>{city}</p>
}
