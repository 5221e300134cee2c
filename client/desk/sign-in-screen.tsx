// SignInScreen
export function SignInScreen() {
  return <p>{null}</p>
}
