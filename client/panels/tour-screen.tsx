// TourScreen
export function TourScreen({ session }: { readonly session: string }) {
  return <p>{session}</p>
}
