package import Domain
import FoundationEssentials
import Glibc
import StoreSQL
import StoreSQLite
import Wire

/// Looks into audit trails without a server.
package enum AuditExamination {
    /// Why it cannot be looked at, for people.
    package struct Unreadable: Error, CustomStringConvertible {
        package let description: String
    }

    /// In a data directory, or a copy of one; also while a server runs on it.
    package static func inspect(
        data folder: String, expecting expected: AuditHead?
    ) throws(Unreadable) -> AuditInspection {
        let path = "\(folder)/holdfast.db"
        guard FileManager.default.fileExists(atPath: path) else {
            throw Unreadable(description: "There is no database at \(path).")
        }
        // A lock that cannot be looked at may be held.
        let isHeld: Bool
        do { isHeld = try DataDirectory.holder(of: folder) != nil } catch { isHeld = true }
        do {
            return try AuditCheckup.inspect(path, isHeld: isHeld, expecting: expected)
        } catch {
            throw Unreadable(description: error.message)
        }
    }

    /// In an export. What such a file lacks at its end, only `expected` can show.
    package static func inspect(
        file path: String, expecting expected: AuditHead?
    ) throws(Unreadable) -> AuditInspection {
        guard let file = fopen(path, "r") else {
            throw Unreadable(description: "The file \(path) cannot be opened.")
        }
        defer { fclose(file) }
        var inspection: AuditInspection?
        var number = 0
        while let text = line(of: file) {
            number += 1
            let line = try Self.line(text, number, path)
            var present =
                inspection
                ?? AuditInspection(after: start(of: line), expecting: expected)
            present.take(line.link, AuditDigest.digest)
            inspection = present
        }
        var end = inspection ?? AuditInspection(expecting: expected)
        end.end()
        return end
    }

    /// Where the first line goes on from; before the first row there is nothing.
    private static func start(of line: AuditLineReply) -> AuditHead {
        line.previousHash == AuditHead.beginning.hash
            ? .beginning
            : AuditHead(sequence: line.sequence - 1, hash: line.previousHash)
    }

    private static func line(of file: UnsafeMutablePointer<FILE>) -> Data? {
        var (buffer, capacity) = (UnsafeMutablePointer<CChar>?.none, 0)
        defer { free(buffer) }
        let count = getline(&buffer, &capacity, file)
        guard count > 0, let buffer else { return nil }
        return Data(bytes: buffer, count: count)
    }

    private static func line(
        _ text: Data, _ number: Int, _ path: String
    ) throws(Unreadable) -> AuditLineReply {
        do {
            return try JSONDecoder().decode(AuditLineReply.self, from: text)
        } catch {
            throw Unreadable(
                description: "Line \(number) of \(path) is no row of an export: it was edited, or "
                    + "is something else.")
        }
    }
}
