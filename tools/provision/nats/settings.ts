/** The configuration of a NATS that serves one installation on its own machine: loopback only, one user, messages on disk. */
export function natsSettings(local: { port: number; password: string; store: string }): string {
  return `host: "127.0.0.1"
port: ${local.port}
server_name: "mreza-local"
max_payload: 1MB
jetstream {
  store_dir: ${JSON.stringify(local.store)}
  max_memory_store: 64MB
  max_file_store: 4GB
}
authorization {
  user: "mreza"
  password: ${JSON.stringify(local.password)}
}
`
}
