import StoreSQL

/// A release of the program: this one, and the next, whose schema has one step more.
enum Release: Int, Sendable, Codable {
    case present = 1
    case next

    var migrations: [Migration] {
        switch self {
        case .present: Migration.all
        case .next: Migration.all + [Self.step]
        }
    }

    private static let step = Migration(Migration.all.count + 1, "of the next release") { _ in
        ["ALTER TABLE instances ADD COLUMN colour TEXT", "CREATE TABLE colours (name TEXT)"]
    }
}
