// DeskScreen
export function DeskScreen() {
  return <p>{null}</p>
}
