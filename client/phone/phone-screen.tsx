// PhoneScreen
export function PhoneScreen({ code }: { readonly code: string | null }) {
  return <p>{code}</p>
}
