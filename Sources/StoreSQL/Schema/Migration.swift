/// One step of the schema, from one number to the next. Once released, it never changes.
package struct Migration: Sendable {
    /// Counts from 1, without gaps.
    package var number: Int
    package var title: String
    package var statements: @Sendable (Dialect) -> [String]
    /// What no SQL can do, after the statements and in their transaction.
    package var step: @Sendable (any Connection) throws -> Void

    package init(
        _ number: Int, _ title: String,
        statements: @Sendable @escaping (Dialect) -> [String],
        step: @Sendable @escaping (any Connection) throws -> Void = { _ in }
    ) {
        self.number = number
        self.title = title
        self.statements = statements
        self.step = step
    }

    /// All there are, in order.
    package static let all: [Migration] = [
        .people, .services, .record, .storage, .retirements, .updates, .usage, .endings, .safety,
        .auditChain, .whereabouts, .graces,
    ]
}
