// The part of the peer's interface the benchmark uses: types must check on a machine where the peers are not installed.
// Source: the documentation of @dbos-inc/dbos-sdk 5.3.

declare module '@dbos-inc/dbos-sdk' {
  export const DBOS: {
    setConfig(config: { name: string; systemDatabaseUrl: string; logLevel?: string; runAdminServer?: boolean }): void
    registerWorkflow<Input extends unknown[], Output>(workflow: (...input: Input) => Promise<Output>, options: { name: string }): (...input: Input) => Promise<Output>
    runStep<Output>(step: () => Promise<Output>, options: { name: string }): Promise<Output>
    startWorkflow<Input extends unknown[], Output>(workflow: (...input: Input) => Promise<Output>): (...input: Input) => Promise<{ getResult(): Promise<Output> }>
    launch(): Promise<void>
    shutdown(): Promise<void>
  }
}
