import StoreSQL

/// The database itself, as one process sees it when it starts and brings the schema up to date.
struct GuardedDatabase: Database {
    let stage: Stage
    let life: Life

    var dialect: Dialect { stage.database.dialect }

    func read<Value: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Value
    ) async throws -> Value {
        try await stage.pass(
            .read, of: life, "looks at the schema", else: GuardedStore.failure
        ) {
            try await stage.database.read(body)
        }
    }

    func write<Value: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Value
    ) async throws -> Value {
        try await stage.pass(
            .write, of: life, "changes the schema", else: GuardedStore.failure
        ) {
            try await stage.database.write(body)
        }
    }
}
