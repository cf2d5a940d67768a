import Domain
import StoreSQL
import Synchronization

/// A database that remembers what it was asked.
final class RecordingDatabase: Database {
    struct Question: Hashable, Sendable {
        var sql: String
        var arguments: [SQLValue]
    }

    private final class RecordingConnection: Connection {
        let inner: any Connection
        let record: (Question) -> Void

        init(_ inner: any Connection, record: @escaping (Question) -> Void) {
            self.inner = inner
            self.record = record
        }

        func now() throws -> Instant { try inner.now() }

        func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
            record(Question(sql: sql, arguments: arguments))
            return try inner.rows(sql, arguments)
        }

        func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
            record(Question(sql: sql, arguments: arguments))
            return try inner.execute(sql, arguments)
        }
    }

    private let inner: any Database
    private let asked = Mutex<[Question]>([])

    init(_ inner: any Database) { self.inner = inner }

    var dialect: Dialect { inner.dialect }
    var questions: [Question] { asked.withLock { $0 } }

    func forget() { asked.withLock { $0 = [] } }

    func read<Value: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Value
    ) async throws -> Value {
        try await inner.read { try body(self.recording($0)) }
    }

    func write<Value: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Value
    ) async throws -> Value {
        try await inner.write { try body(self.recording($0)) }
    }

    private func recording(_ connection: any Connection) -> any Connection {
        RecordingConnection(connection) { question in
            self.asked.withLock { $0.append(question) }
        }
    }
}
