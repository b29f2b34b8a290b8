/** "127.0.0.1:8080" in its parts; an IPv6 address keeps its brackets off. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** The parts of "HOST:PORT"; null when it is not that. */
export function hostPortFrom(text: string): HostPort | null {
  const { host, port } = /^(?<host>[\w.-]+):(?<port>\d{1,5})$/.exec(text)?.groups ?? {};
  return host === undefined || Number(port) > 65_535 ? null : { host, port: Number(port) };
}
