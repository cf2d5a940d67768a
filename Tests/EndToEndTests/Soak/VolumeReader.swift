import Foundation
import GRDB

/// Reads what services have kept, past them: Isso's table of comments.
struct VolumeReader {
    let daemon: MortalDaemon

    /// The numbers of the rows in a volume; none where its service has not begun to keep any.
    /// What a killed service has left undone must have been undone by its next run.
    func rows(in volume: String) throws -> Set<Int> {
        guard let database = try open(volume, isReadOnly: true) else { return [] }
        return try rows(database)
    }

    /// The rows, and what SQLite says of the whole file. Nobody else may be using the volume.
    func examine(_ volume: String) throws -> (rows: Set<Int>, integrity: String) {
        guard let database = try open(volume, isReadOnly: false) else { return ([], "ok") }
        return (try rows(database), try Self.integrity(of: database))
    }

    static func integrity(of database: DatabaseQueue) throws -> String {
        try database.writeWithoutTransaction { database in
            try String.fetchAll(database, sql: "PRAGMA integrity_check").joined(separator: "; ")
        }
    }

    static func open(_ path: String, isReadOnly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(10)
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private func open(_ volume: String, isReadOnly: Bool) throws -> DatabaseQueue? {
        let file = daemon.files(of: volume).appending(path: "comments.db").path()
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        return try Self.open(file, isReadOnly: isReadOnly)
    }

    /// A service that was killed at its first start may have made no table yet.
    private func rows(_ database: DatabaseQueue) throws -> Set<Int> {
        try database.read { database in
            guard try database.tableExists("comments") else { return [] }
            let texts = try String.fetchAll(database, sql: "SELECT text FROM comments")
            return Set(texts.compactMap(Scribe.number))
        }
    }
}
