/// The directory that holds all of an installation.
package struct DataFacts: Equatable, Sendable {
    package enum Place: Equatable, Sendable {
        case missing(canBeMade: Bool)
        case notFolder
        case folder(othersMayRead: Bool, isOurs: Bool, isWritable: Bool)
    }

    package enum Holder: Equatable, Sendable {
        case nobody
        case process(String)
        /// The lock cannot be looked at.
        case unknown
    }

    package enum Database: Equatable, Sendable {
        case none
        /// There was one: the file that says so.
        case lost(String)
        /// Why it cannot be read now.
        case unreadable(why: String)
        case read(schema: Int, damage: [String])
    }

    package var path: String
    package var place: Place
    package var holder: Holder
    package var database: Database
    /// Up to which number this program knows the schema.
    package var knownSchema: Int

    package init(
        path: String, place: Place, holder: Holder = .nobody, database: Database = .none,
        knownSchema: Int
    ) {
        self.path = path
        self.place = place
        self.holder = holder
        self.database = database
        self.knownSchema = knownSchema
    }

    var findings: [Diagnosis] {
        guard case .folder = place else { return [placeFinding] }
        return [placeFinding, holderFinding] + databaseFindings
    }

    private var placeFinding: Diagnosis {
        switch place {
        case .missing(canBeMade: true):
            .ok(.data, "\(path) is not there yet; the first start makes it.")
        case .missing(canBeMade: false):
            .problem(
                .data, .permission, "\(path) is not there, and cannot be made by this user.",
                "Make it, and give it to whoever runs Holdfast: install -d -m 700 -o USER \(path)")
        case .notFolder:
            .problem(
                .data, .configuration, "\(path) is no folder.",
                "Name the data directory in HOLDFAST_DATA.")
        case .folder(_, _, isWritable: false):
            .problem(
                .data, .permission, "\(path) cannot be written by this user.",
                "Ask again as the user who runs Holdfast; else give it to them: chown -R USER")
        case .folder(othersMayRead: true, _, _):
            .note(
                .data, "Other users can look into \(path).",
                "Its files are closed to them, but close it, too: chmod 700 \(path)")
        case .folder(_, isOurs: false, _):
            .ok(.data, "\(path) belongs to another user, and is closed to the rest.")
        case .folder: .ok(.data, "\(path) is there, and closed to others.")
        }
    }

    private var holderFinding: Diagnosis {
        switch holder {
        case .nobody: .ok(.data, "No server runs on it now.")
        case .process(let process): .ok(.data, "A server runs on it: \(process).")
        case .unknown:
            .note(
                .data, "Its lock cannot be looked at.",
                "Ask again as the user who runs Holdfast.")
        }
    }

    private var databaseFindings: [Diagnosis] {
        switch database {
        case .none: [.ok(.data, "There is no database yet.")]
        case .lost(let mark):
            [
                .problem(
                    .data, .data, "The database is missing, and \(mark) says that there was one.",
                    "Put it back from a copy, with its -wal file if there is one. Holdfast does "
                        + "not begin anew in its place.")
            ]
        case .unreadable(let why):
            [
                .problem(
                    .data, .permission, "The database cannot be read: \(why)",
                    "Ask again as the user who runs Holdfast.")
            ]
        case .read(let schema, let damage): [schemaFinding(schema), damageFinding(damage)]
        }
    }

    private func schemaFinding(_ schema: Int) -> Diagnosis {
        if schema > knownSchema {
            return .problem(
                .data, .configuration,
                "The database has schema \(schema), and this program knows up to \(knownSchema).",
                "Use the Holdfast that wrote it, or a newer one.")
        }
        guard schema < knownSchema else { return .ok(.data, "The database has schema \(schema).") }
        return .note(
            .data, "The database has schema \(schema); this program brings it to \(knownSchema).",
            "Take a copy before the next start: docs/guides/upgrade.md")
    }

    private func damageFinding(_ damage: [String]) -> Diagnosis {
        guard let first = damage.first else { return .ok(.data, "The database is whole.") }
        return .problem(
            .data, .data, "The database is damaged: \(first)",
            "Stop Holdfast, keep the files as they are, and put the database back from a copy. "
                + "Services and their volumes are not touched by this.")
    }
}
