/** Milliseconds since 1970. The server's clock is the one that counts; it is handed in wherever time matters. */
export type Clock = () => number
