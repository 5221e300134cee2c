// The few icons, drawn in one line weight. Decorative: the control around an icon carries the name.

import type { ReactNode } from 'react'

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  )
}
export const MapIcon = () => (
  <Icon>
    <path d="M3 6.5 9 4l6 2.5L21 4v13.5L15 20l-6-2.5L3 20z" />
    <path d="M9 4v13.5M15 6.5V20" />
  </Icon>
)
export const HelpIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M9.6 9.3a2.5 2.5 0 1 1 3.5 2.3c-.8.4-1.1.9-1.1 1.9M12 16.8h.01" />
  </Icon>
)
export const SettingsIcon = () => (
  <Icon>
    <path d="M4 7h10M18 7h2M4 17h2M10 17h10" />
    <circle cx="16" cy="7" r="2" />
    <circle cx="8" cy="17" r="2" />
  </Icon>
)
export const CloseIcon = () => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
)
export const PeopleIcon = () => (
  <Icon>
    <circle cx="9" cy="8" r="3.2" />
    <path d="M3.5 19c.4-3.4 2.6-5.4 5.5-5.4s5.1 2 5.5 5.4M15.5 5.2a3.2 3.2 0 0 1 0 5.6M17 14c2 .6 3.2 2.3 3.5 5" />
  </Icon>
)
export const UpIcon = () => (
  <Icon>
    <path d="M12 19V5M6 11l6-6 6 6" />
  </Icon>
)
export const DownIcon = () => (
  <Icon>
    <path d="M12 5v14M6 13l6 6 6-6" />
  </Icon>
)
export const UndoIcon = () => (
  <Icon>
    <path d="M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3" />
  </Icon>
)
export const RedoIcon = () => (
  <Icon>
    <path d="m16 5 4 4-4 4M20 9H10a5 5 0 0 0 0 10h3" />
  </Icon>
)
export const BinIcon = () => (
  <Icon>
    <path d="M5 7h14M10 4h4M7 7l.8 12.500h8.400L17 7M10.500 11v5M13.500 11v5" />
  </Icon>
)
export const LinkIcon = () => (
  <Icon>
    <path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.700l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1" />
  </Icon>
)
export const BackIcon = () => (
  <Icon>
    <path d="M19 12H5M11 6l-6 6 6 6" />
  </Icon>
)
export const OnIcon = () => (
  <Icon>
    <path d="M5 12h14M13 6l6 6-6 6" />
  </Icon>
)
export const MoreIcon = () => (
  <Icon>
    <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />
  </Icon>
)
export const ClapIcon = () => (
  <Icon>
    <path d="M7.5 12.5 4.6 9.600a1.350 1.350 0 0 1 1.9-1.900l4.3 4.300M10.8 8.2 8.2 5.600a1.350 1.350 0 0 1 1.9-1.900l6.3 6.3 1-2.800a1.4 1.4 0 0 1 2.7.700l-.6 5.600c-.1 1.3-.6 2.5-1.5 3.400l-.8.8a5.2 5.2 0 0 1-7.3 0L4.3 12.100a1.350 1.350 0 0 1 1.9-1.9" />
    <path d="M14.5 2.500v-1M18.5 3.500l.7-.8" />
  </Icon>
)
export const HeartIcon = () => (
  <Icon>
    <path d="M12 20S4 15.3 4 9.300A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.300C20 15.3 12 20 12 20z" />
  </Icon>
)
export const ThumbIcon = () => (
  <Icon>
    <path d="M7.5 10.5 11 4a2.2 2.2 0 0 1 2.2 2.500l-.5 3h4.900a2 2 0 0 1 2 2.400l-1.2 6a2 2 0 0 1-2 1.600H7.500zM7.5 10.500H4.500v9h3" />
  </Icon>
)
export const LaughIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M8 9.500h.01M16 9.500h.01M7.5 13.500h9a4.5 4.5 0 0 1-9 0z" />
  </Icon>
)
export const SurpriseIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M8.5 9.500h.01M15.5 9.500h.01" />
    <circle cx="12" cy="15" r="2" />
  </Icon>
)
