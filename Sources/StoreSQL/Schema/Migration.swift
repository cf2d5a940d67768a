/// One step of the schema, from one number to the next. Once released, it never changes.
package struct Migration: Sendable {
    /// Counts from 1, without gaps.
    package var number: Int
    package var title: String
    package var statements: @Sendable (Dialect) -> [String]

    package init(
        _ number: Int, _ title: String,
        statements: @Sendable @escaping (Dialect) -> [String]
    ) {
        self.number = number
        self.title = title
        self.statements = statements
    }

    /// All there are, in order.
    package static let all: [Migration] = [
        .people, .services, .record, .storage, .retirements, .updates, .usage, .endings, .safety,
    ]
}
