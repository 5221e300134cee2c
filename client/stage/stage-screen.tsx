// StageScreen
export function StageScreen({ session }: { readonly session: string }) {
  return <p>{session}</p>
}
